package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the rules of a project and the declarations of components. */
final class StyleReader {

    private static final int MAX_VALUE = 600_000;
    private static final int MAX_NESTING = 4;
    private static final Set<String> AT_RULES =
            Elements.words(
                    """
                    media supports container layer font-face keyframes -webkit-keyframes page property
                    counter-style starting-style scope
                    """);
    private static final Set<String> OWN =
            Set.of(
                    "selectors",
                    "selectorsAdd",
                    "style",
                    "state",
                    "mediaText",
                    "atRuleType",
                    "singleAtRule",
                    "important");
    private static final Pattern NESTED = Pattern.compile("[@&.#:\\[>+~*]");

    private final Reading reading;
    private final PropertyReader properties;
    private final SelectorReader selectors;
    private final CssFilter filter = new CssFilter(Addresses::inCss);

    StyleReader(Reading reading, PropertyReader properties, SelectorReader selectors) {
        this.reading = reading;
        this.properties = properties;
        this.selectors = selectors;
    }

    List<StyleRule> rules(Path path, @Nullable JsonNode node) {
        if (node == null || node.isNull() || (node.isString() && node.stringValue().isBlank())) {
            return List.of();
        }
        if (!node.isArray()) {
            reading.refuse(path, "malformed");
            return List.of();
        }
        if (node.size() > ProjectParser.MAX_RULES) {
            reading.refuse(path, "too_many_rules");
            return List.of();
        }
        var rules = new ArrayList<StyleRule>(node.size());
        for (int index = 0; index < node.size(); index++) {
            var rule = rule(path.at(index), node.get(index));
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable StyleRule rule(Path path, JsonNode node) {
        if (!node.isObject()) {
            reading.drop(path, Reason.MALFORMED);
            return null;
        }
        var named = selectors.read(path.at("selectors"), node.get("selectors"), true);
        var others = prelude(path.at("selectorsAdd"), node.get("selectorsAdd"));
        var state = prelude(path.at("state"), node.get("state"));
        var condition = prelude(path.at("mediaText"), node.get("mediaText"));
        var type = node.path("atRuleType").asString("");
        if (others == null || state == null || condition == null) {
            return null;
        }
        if (!type.isEmpty() && !AT_RULES.contains(type.toLowerCase(Locale.ROOT))) {
            reading.drop(path.at("atRuleType"), Reason.FORBIDDEN_CSS);
            return null;
        }
        return new StyleRule(
                named,
                others,
                state,
                new AtRule(type, condition),
                node.path("singleAtRule").asBoolean(false),
                important(node.path("important")),
                declarations(path.at("style"), node.get("style")),
                properties.read(path, node, OWN));
    }

    /** Empty when absent, null when it was refused: then the rule around it means nothing. */
    private @Nullable String prelude(Path path, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        var text =
                node.isString() && node.stringValue().length() <= MAX_VALUE
                        ? filter.prelude(node.stringValue())
                        : null;
        if (text == null) {
            reading.drop(path, Reason.FORBIDDEN_CSS);
        }
        return text;
    }

    private static Important important(JsonNode node) {
        if (!node.isArray()) {
            return node.asBoolean(false) ? new Important(true, Set.of()) : Important.NONE;
        }
        var names = new HashSet<String>();
        node.forEach(name -> names.add(name.asString("")));
        return new Important(false, Set.copyOf(names));
    }

    /** Declarations as an object or, as an older editor and attributes have them, as CSS text. */
    Map<String, StyleValue> declarations(Path path, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Map.of();
        }
        if (node.isString()) {
            return text(path, node.stringValue());
        }
        if (node.isObject()) {
            return object(path, node, 0);
        }
        if (!node.isArray() || !node.isEmpty()) {
            reading.drop(path, Reason.MALFORMED);
        }
        return Map.of();
    }

    private Map<String, StyleValue> text(Path path, String css) {
        var declarations = new LinkedHashMap<String, StyleValue>();
        var parser = new CssParser(filter, refused -> reading.drop(path, Reason.FORBIDDEN_CSS));
        for (var declaration : parser.declarations(css)) {
            var value = declaration.value() + (declaration.important() ? " !important" : "");
            declarations.merge(
                    declaration.property(),
                    new StyleValue.Texts(List.of(value)),
                    StyleReader::repeated);
        }
        return declarations;
    }

    private static StyleValue repeated(StyleValue earlier, StyleValue later) {
        var all = new ArrayList<>(((StyleValue.Texts) earlier).texts());
        all.addAll(((StyleValue.Texts) later).texts());
        return new StyleValue.Texts(List.copyOf(all));
    }

    private Map<String, StyleValue> object(Path path, JsonNode node, int depth) {
        var declarations = new LinkedHashMap<String, StyleValue>();
        for (var entry : node.properties()) {
            var name = entry.getKey();
            if (name.startsWith("__") || entry.getValue().isNull()) {
                continue;
            }
            var here = path.at(name);
            var value = entry.getValue();
            if (value.isObject() && NESTED.matcher(name).lookingAt()) {
                nested(declarations, here, name, value, depth);
            } else if (!CssFilter.isProperty(name)) {
                reading.drop(here, Reason.FORBIDDEN_CSS);
            } else {
                var texts = texts(here, value);
                if (!texts.isEmpty()) {
                    declarations.put(name, new StyleValue.Texts(texts));
                }
            }
        }
        return declarations;
    }

    private void nested(
            Map<String, StyleValue> into, Path path, String key, JsonNode value, int depth) {
        var prelude = key.startsWith("@") ? filter.prelude(key.substring(1)) : filter.prelude(key);
        boolean imported = key.regionMatches(true, 0, "@import", 0, 7);
        if (prelude == null || imported || depth >= MAX_NESTING) {
            reading.drop(path, Reason.FORBIDDEN_CSS);
            return;
        }
        // When the editor copies a part, it stores a nested rule as a rule of its own.
        var inner = value.path("style").isObject() ? value.path("style") : value;
        into.put(
                key.startsWith("@") ? "@" + prelude : prelude,
                new StyleValue.Nested(object(path, inner, depth + 1)));
    }

    private List<String> texts(Path path, JsonNode value) {
        if (!value.isArray()) {
            var text = single(path, value);
            return text == null ? List.of() : List.of(text);
        }
        var texts = new ArrayList<String>(value.size());
        for (int index = 0; index < Math.min(value.size(), 20); index++) {
            var text = single(path.at(index), value.get(index));
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String single(Path path, JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            reading.drop(path, Reason.MALFORMED);
            return null;
        }
        var text = Scalars.text(value);
        var filtered = text.length() > MAX_VALUE ? null : filter.value(text);
        if (filtered == null) {
            reading.drop(path, Reason.FORBIDDEN_CSS);
        }
        return filtered;
    }
}
