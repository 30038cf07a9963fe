package io.jium.builder.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns declarations that stand on a component, in its {@code style} or its style attribute, into
 * rules for its id, as the editor does when it loads them. A component without an id gets one.
 */
final class InlineStyles {

    private final JsonNode project;
    private final StyleReader styles;
    private final Map<String, Map<String, StyleValue>> moved = new LinkedHashMap<>();
    private @Nullable Set<String> taken;
    private int next;

    InlineStyles(JsonNode project, StyleReader styles) {
        this.project = project;
        this.styles = styles;
    }

    /** The attributes the component has afterwards. */
    Map<String, JsonNode> move(Path path, JsonNode component, Map<String, JsonNode> attributes) {
        var declarations = new LinkedHashMap<String, StyleValue>();
        var attribute = component.path("attributes").get("style");
        if (attribute != null) {
            declarations.putAll(styles.declarations(path.at("attributes").at("style"), attribute));
        }
        declarations.putAll(styles.declarations(path.at("style"), component.get("style")));
        if (declarations.isEmpty()) {
            return attributes;
        }
        var id = attributes.get("id");
        var given = id == null ? "" : Scalars.text(id);
        boolean named = !given.isBlank();
        var name = named ? given : freeId();
        moved.merge(name, declarations, InlineStyles::merged);
        if (named) {
            return attributes;
        }
        var changed = new LinkedHashMap<>(attributes);
        changed.put("id", StringNode.valueOf(name));
        return changed;
    }

    private static Map<String, StyleValue> merged(
            Map<String, StyleValue> earlier, Map<String, StyleValue> later) {
        var all = new LinkedHashMap<>(earlier);
        all.putAll(later);
        return all;
    }

    /** The rules of the project with those of the components in them. */
    List<StyleRule> into(List<StyleRule> rules) {
        if (moved.isEmpty()) {
            return rules;
        }
        var result = new ArrayList<StyleRule>(rules.size() + moved.size());
        for (var rule : rules) {
            var own = isPlainIdRule(rule) ? moved.remove(rule.selectors().getFirst().name()) : null;
            result.add(
                    own == null ? rule : rule.withDeclarations(merged(rule.declarations(), own)));
        }
        moved.forEach((id, declarations) ->
                result.add(
                        new StyleRule(
                                List.of(new Selector(Selector.Kind.ID, id, Map.of())),
                                "",
                                "",
                                AtRule.NONE,
                                false,
                                Important.NONE,
                                declarations,
                                Map.of())));
        return result;
    }

    private static boolean isPlainIdRule(StyleRule rule) {
        return rule.selectors().size() == 1
                && !rule.selectors().getFirst().isClass()
                && rule.otherSelectors().isEmpty()
                && rule.state().isEmpty()
                && rule.atRule().equals(AtRule.NONE);
    }

    private String freeId() {
        var known = taken;
        if (known == null) {
            known = new HashSet<>();
            project.findValuesAsString("id", new ArrayList<>()).forEach(known::add);
            taken = known;
        }
        while (true) {
            var id = "ij" + Integer.toString(++next, Character.MAX_RADIX);
            if (known.add(id)) {
                return id;
            }
        }
    }
}
