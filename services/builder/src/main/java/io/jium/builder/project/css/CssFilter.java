package io.jium.builder.project.css;

import io.jium.builder.project.css.CssToken.Kind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints values and preludes again from their tokens, or answers null when they hold something a
 * page must not carry. What is printed never contains {@code <}, a line break inside a string or an
 * unbalanced bracket, so it can stand in a style element. Immutable and safe to share between
 * threads.
 */
public final class CssFilter {

    private static final Pattern PROPERTY =
            Pattern.compile(
                    "-{0,2}[A-Za-z_][A-Za-z0-9_-]{0,127}|--[A-Za-z0-9_\\x{80}-\\x{10FFFF}-]{0,127}");
    private static final Set<String> FORBIDDEN_PROPERTIES =
            Set.of("behavior", "-ms-behavior", "-moz-binding", "-webkit-user-modify");
    private static final Set<String> FORBIDDEN_FUNCTIONS =
            Set.of("expression", "-moz-element", "element", "javascript");
    private static final Set<String> URL_FUNCTIONS =
            Set.of(
                    "url",
                    "src",
                    "image",
                    "image-set",
                    "-webkit-image-set",
                    "cross-fade",
                    "-webkit-cross-fade");
    private static final int MAX_NESTING = 64;

    private final Function<String, @Nullable String> urls;

    /**
     * @param urls answers the address to print for one that was found, or null to refuse the value
     *     around it
     */
    public CssFilter(Function<String, @Nullable String> urls) {
        this.urls = urls;
    }

    /** Whether a declaration may be written for this property at all. */
    public static boolean isProperty(String name) {
        return PROPERTY.matcher(name).matches()
                && !FORBIDDEN_PROPERTIES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The value of a declaration, with {@code !important} if it had it. */
    public @Nullable String value(String text) {
        return value(text, CssTokenizer.tokens(text));
    }

    @Nullable String value(String source, List<CssToken> tokens) {
        return print(source, tokens, false);
    }

    /** A selector list, a media or supports or container condition, a name of keyframes. */
    public @Nullable String prelude(String text) {
        return prelude(text, CssTokenizer.tokens(text));
    }

    @Nullable String prelude(String source, List<CssToken> tokens) {
        return print(source, Comparisons.turned(tokens), true);
    }

    /** What follows {@code @import}: an address, and perhaps conditions. */
    @Nullable String imported(String source, List<CssToken> tokens) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).is(Kind.WHITESPACE)) {
            first++;
        }
        int end = first + 1;
        if (first < tokens.size() && tokens.get(first).is(Kind.FUNCTION)) {
            end = first + 3;
            first++;
        }
        if (end > tokens.size()
                || !(tokens.get(first).is(Kind.STRING) || tokens.get(first).is(Kind.URL))) {
            return null;
        }
        var address = urls.apply(tokens.get(first).value());
        var conditions = prelude(source, tokens.subList(end, tokens.size()));
        if (address == null || conditions == null) {
            return null;
        }
        return conditions.isEmpty() ? url(address) : url(address) + " " + conditions;
    }

    private @Nullable String print(String source, List<CssToken> tokens, boolean prelude) {
        var out = new StringBuilder(source.length());
        var open = new ArrayDeque<Kind>();
        var functions = new ArrayDeque<String>();
        for (var token : tokens) {
            var closer = token.closer();
            if (closer != null) {
                if (open.size() >= MAX_NESTING || token.is(Kind.OPEN_CURLY)) {
                    return null;
                }
                open.push(closer);
                functions.push(
                        token.is(Kind.FUNCTION) ? token.value().toLowerCase(Locale.ROOT) : "");
            } else if (token.is(Kind.CLOSE_ROUND) || token.is(Kind.CLOSE_SQUARE)) {
                if (open.isEmpty() || open.pop() != token.kind()) {
                    return null;
                }
                functions.pop();
            }
            var printed =
                    text(source, token, functions.isEmpty() ? "" : functions.element(), prelude);
            if (printed == null) {
                return null;
            }
            out.append(printed);
        }
        return open.isEmpty() ? out.toString().strip() : null;
    }

    private @Nullable String text(String source, CssToken token, String function, boolean prelude) {
        return switch (token.kind()) {
            case BAD, MARKUP_COMMENT, OPEN_CURLY, CLOSE_CURLY, SEMICOLON, AT_KEYWORD -> null;
            // Kept as a separator: "a/**/b" is neither "ab" nor "a b".
            case COMMENT -> "/**/";
            case WHITESPACE -> " ";
            case IDENT -> identifier(source, token, "");
            case FUNCTION ->
                    FORBIDDEN_FUNCTIONS.contains(function) || (prelude && function.equals("url"))
                            ? null
                            : identifier(source, token, "(");
            case HASH -> hash(source, token);
            case NUMBER -> number(source, token);
            case URL -> {
                var address = prelude ? null : urls.apply(token.value());
                yield address == null ? null : url(address);
            }
            case STRING -> string(source, token, function, prelude);
            case DELIM -> delimiter(token, prelude);
            case COLON, COMMA, OPEN_ROUND, CLOSE_ROUND, OPEN_SQUARE, CLOSE_SQUARE -> token.value();
        };
    }

    private static @Nullable String delimiter(CssToken token, boolean prelude) {
        char c = token.value().charAt(0);
        return switch (c) {
            case '<', '\\', '`' -> null;
            // Comparisons and combinators belong to conditions and selectors.
            case '>', '&', '|', '~', '^', '$', '=' -> prelude ? token.value() : null;
            default -> c < ' ' || c == 127 ? null : token.value();
        };
    }

    private @Nullable String string(
            String source, CssToken token, String function, boolean prelude) {
        var value = token.value();
        if (!prelude && URL_FUNCTIONS.contains(function)) {
            var address = urls.apply(value);
            if (address == null) {
                return null;
            }
            if (!address.equals(value)) {
                return CssText.string(address, '"');
            }
        }
        var written = source.substring(token.start(), token.end());
        return CssText.isPlainString(written) ? written : CssText.string(value, written.charAt(0));
    }

    private static String url(String address) {
        return CssText.isPlainUrl(address)
                ? "url(" + address + ")"
                : "url(" + CssText.string(address, '"') + ")";
    }

    private static String identifier(String source, CssToken token, String after) {
        var text = source.substring(token.start(), token.end());
        return text.indexOf('\\') < 0 ? text : CssText.identifier(token.value()) + after;
    }

    private static String hash(String source, CssToken token) {
        var text = source.substring(token.start(), token.end());
        return text.indexOf('\\') < 0 ? text : "#" + CssText.name(token.value());
    }

    /** A unit may be written with escapes; nobody does so for good. */
    private static @Nullable String number(String source, CssToken token) {
        var text = source.substring(token.start(), token.end());
        return text.indexOf('\\') < 0 ? text : null;
    }
}
