package io.jium.builder.project.css;

import io.jium.builder.project.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads declarations and whole style sheets, recovering from errors as CSS Syntax Level 3, section
 * 5 demands. What the filter refuses is left out and told to the listener.
 */
public final class CssParser {

    private static final int MAX_NESTING = 16;
    private static final Set<String> AT_RULES =
            Set.of(
"""
                    media supports container layer scope starting-style keyframes -webkit-keyframes
                    -moz-keyframes -o-keyframes -ms-viewport viewport font-face font-feature-values
                    font-palette-values property counter-style page view-transition position-try
"""
                            .strip()
                            .split("\\s+"));

    /** Statements, and only in files: a style element gets none. */
    private static final Set<String> STATEMENTS = Set.of("layer", "namespace");

    private final CssFilter filter;
    private final Consumer<String> refused;
    private final boolean imports;
    private String source = "";
    private List<CssToken> tokens = List.of();
    private int at;

    /**
     * @param refused is told the beginning of each piece that was left out
     */
    public CssParser(CssFilter filter, Consumer<String> refused) {
        this(filter, refused, false);
    }

    private CssParser(CssFilter filter, Consumer<String> refused, boolean imports) {
        this.filter = filter;
        this.refused = refused;
        this.imports = imports;
    }

    /** For style sheets that stay files: they may name others by {@code @import}. */
    public static CssParser ofFiles(CssFilter filter, Consumer<String> refused) {
        return new CssParser(filter, refused, true);
    }

    /** The declarations of a style attribute. */
    public List<CssNode.Declaration> declarations(String text) {
        start(text);
        return body(0).stream()
                .filter(CssNode.Declaration.class::isInstance)
                .map(CssNode.Declaration.class::cast)
                .toList();
    }

    public List<CssNode> stylesheet(String text) {
        start(text);
        return rules(0);
    }

    private void start(String text) {
        source = text.replace('\0', '\uFFFD');
        tokens = CssTokenizer.tokens(source);
        at = 0;
    }

    /**
     * Rules up to the end or, below the top level, to the bracket that closes the block, which is
     * taken.
     */
    private List<CssNode> rules(int depth) {
        var nodes = new ArrayList<CssNode>();
        while (at < tokens.size()) {
            var token = tokens.get(at);
            switch (token.kind()) {
                case WHITESPACE, COMMENT, MARKUP_COMMENT, SEMICOLON -> at++;
                case CLOSE_CURLY -> {
                    at++;
                    if (depth > 0) {
                        return nodes;
                    }
                }
                case AT_KEYWORD -> add(nodes, atRule(depth, true));
                default -> add(nodes, rule(depth));
            }
        }
        return nodes;
    }

    /** The inside of a style rule: declarations, and nested rules among them. */
    private List<CssNode> body(int depth) {
        var nodes = new ArrayList<CssNode>();
        while (at < tokens.size()) {
            var token = tokens.get(at);
            switch (token.kind()) {
                case WHITESPACE, COMMENT, MARKUP_COMMENT, SEMICOLON -> at++;
                case CLOSE_CURLY -> {
                    at++;
                    return nodes;
                }
                case AT_KEYWORD -> add(nodes, atRule(depth, false));
                default -> add(nodes, isDeclaration() ? declaration() : rule(depth));
            }
        }
        return nodes;
    }

    private static void add(List<CssNode> nodes, @Nullable CssNode node) {
        if (node != null) {
            nodes.add(node);
        }
    }

    /**
     * Whether the item here ends before a block opens; a custom property may hold a block and is
     * refused later.
     */
    private boolean isDeclaration() {
        boolean named = tokens.get(at).is(Kind.IDENT);
        if (named && tokens.get(at).value().startsWith("--")) {
            return true;
        }
        int end = ItemEnd.of(tokens, at, true);
        return end >= tokens.size() || !tokens.get(end).is(Kind.OPEN_CURLY);
    }

    private @Nullable CssNode declaration() {
        int start = at;
        boolean custom = tokens.get(at).value().startsWith("--");
        int end = ItemEnd.of(tokens, at, !custom);
        at = end < tokens.size() && tokens.get(end).is(Kind.SEMICOLON) ? end + 1 : end;
        int colon = skipBlanks(start + 1, end);
        if (!tokens.get(start).is(Kind.IDENT)
                || colon >= end
                || !tokens.get(colon).is(Kind.COLON)) {
            refuse(start, end);
            return null;
        }
        int valueEnd = beforeImportant(colon + 1, end);
        var name = text(start);
        var value = filter.value(source, tokens.subList(colon + 1, valueEnd));
        if (!CssFilter.isProperty(name) || value == null || (value.isEmpty() && !custom)) {
            refuse(start, end);
            return null;
        }
        return new CssNode.Declaration(name, value, valueEnd < end);
    }

    private @Nullable CssNode rule(int depth) {
        int start = at;
        int end = ItemEnd.of(tokens, at, true);
        if (end >= tokens.size() || !tokens.get(end).is(Kind.OPEN_CURLY)) {
            at = end < tokens.size() && tokens.get(end).is(Kind.SEMICOLON) ? end + 1 : end;
            refuse(start, end);
            return null;
        }
        var selectors = filter.prelude(source, tokens.subList(start, end));
        at = end + 1;
        if (selectors == null || selectors.isEmpty() || depth >= MAX_NESTING) {
            skipBlock();
            refuse(start, end);
            return null;
        }
        return new CssNode.Rule(selectors, body(depth + 1));
    }

    private @Nullable CssNode atRule(int depth, boolean amongRules) {
        int start = at;
        var name = tokens.get(at).value().toLowerCase(Locale.ROOT);
        int end = ItemEnd.of(tokens, at + 1, true);
        boolean block = end < tokens.size() && tokens.get(end).is(Kind.OPEN_CURLY);
        boolean imported = imports && !block && depth == 0 && name.equals("import");
        var parts = tokens.subList(start + 1, end);
        var prelude = imported ? filter.imported(source, parts) : filter.prelude(source, parts);
        at = block || (end < tokens.size() && tokens.get(end).is(Kind.SEMICOLON)) ? end + 1 : end;
        boolean known =
                block
                        ? AT_RULES.contains(name) && depth < MAX_NESTING
                        : imported || STATEMENTS.contains(name);
        if (prelude == null || !known) {
            if (block) {
                skipBlock();
            }
            if (!name.equals("charset")) {
                refuse(start, end);
            }
            return null;
        }
        if (!block) {
            return new CssNode.AtRule(name, prelude, null);
        }
        return new CssNode.AtRule(
                name, prelude, holdsRules(name, amongRules) ? rules(depth + 1) : body(depth + 1));
    }

    private static boolean holdsRules(String name, boolean amongRules) {
        return name.endsWith("keyframes")
                || (amongRules
                        && switch (name) {
                            case "media",
                                    "supports",
                                    "container",
                                    "layer",
                                    "scope",
                                    "starting-style" ->
                                    true;
                            default -> false;
                        });
    }

    private void skipBlock() {
        int depth = 1;
        while (at < tokens.size() && depth > 0) {
            var kind = tokens.get(at++).kind();
            if (kind == Kind.OPEN_CURLY) {
                depth++;
            } else if (kind == Kind.CLOSE_CURLY) {
                depth--;
            }
        }
    }

    private int skipBlanks(int from, int end) {
        int index = from;
        while (index < end
                && (tokens.get(index).is(Kind.WHITESPACE) || tokens.get(index).is(Kind.COMMENT))) {
            index++;
        }
        return index;
    }

    /** Where the value ends: before {@code !important} when it is there. */
    private int beforeImportant(int from, int end) {
        int last = lastVisible(end);
        if (last > from
                && tokens.get(last).is(Kind.IDENT)
                && tokens.get(last).value().equalsIgnoreCase("important")) {
            int mark = lastVisible(last);
            if (mark >= from && tokens.get(mark).isDelim('!')) {
                return mark;
            }
        }
        return end;
    }

    private int lastVisible(int end) {
        int index = end - 1;
        while (index >= 0
                && (tokens.get(index).is(Kind.WHITESPACE) || tokens.get(index).is(Kind.COMMENT))) {
            index--;
        }
        return index;
    }

    private String text(int index) {
        return source.substring(tokens.get(index).start(), tokens.get(index).end());
    }

    private void refuse(int start, int end) {
        if (start < tokens.size() && start < end) {
            int from = tokens.get(start).start();
            int to = tokens.get(end - 1).end();
            refused.accept(source.substring(from, Math.min(to, from + 120)).strip());
        }
    }
}
