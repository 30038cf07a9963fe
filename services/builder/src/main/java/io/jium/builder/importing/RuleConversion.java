package io.jium.builder.importing;

import io.jium.builder.project.css.CssNode;
import io.jium.builder.render.MediaOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns style rules into the editor's, when that changes nothing: the editor prints rules in
 * at-rules last and sorts those, so a sheet that relies on another order has to stay a file.
 */
final class RuleConversion {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NAMES =
            Pattern.compile("(?:[.#][A-Za-z_][A-Za-z0-9_-]{0,80}){1,6}");
    private static final Pattern STATE = Pattern.compile("[a-z-]{1,30}");
    private static final Set<String> CONDITIONAL = Set.of("media", "supports", "container");

    /**
     * What is on the page, each with its dot or hash: rules for anything else are never left out.
     */
    private final Set<String> onPage;

    RuleConversion(Set<String> onPage) {
        this.onPage = onPage;
    }

    /** The rules as project data, or empty when they have to stay as they are. */
    Optional<ArrayNode> convert(List<CssNode> nodes) {
        var rules = JSON.arrayNode();
        var conditions = new ArrayList<String>();
        for (var node : nodes) {
            boolean converted =
                    switch (node) {
                        case CssNode.Rule rule -> conditions.isEmpty() && add(rules, rule, null);
                        case CssNode.AtRule atRule -> atRule(rules, conditions, atRule);
                        case CssNode.Declaration _ -> false;
                    };
            if (!converted) {
                return Optional.empty();
            }
        }
        boolean inOrder = MediaOrder.sorted(new ArrayList<>(conditions)).equals(conditions);
        return inOrder && conditions.size() <= MediaOrder.MOST
                ? Optional.of(rules)
                : Optional.empty();
    }

    private boolean atRule(ArrayNode rules, List<String> conditions, CssNode.AtRule atRule) {
        var body = atRule.body();
        if (body == null) {
            return false;
        }
        if (atRule.name().equals("font-face")) {
            return add(rules, new CssNode.Rule("", body), atRule);
        }
        boolean conditional = CONDITIONAL.contains(atRule.name());
        if (!conditional && !atRule.name().equals("keyframes")) {
            return false;
        }
        var text = "@" + atRule.name() + " " + atRule.prelude();
        if (conditional && !text.equals(conditions.isEmpty() ? "" : conditions.getLast())) {
            if (conditions.contains(text)) {
                return false;
            }
            conditions.add(text);
        }
        return body.stream()
                .allMatch(node -> node instanceof CssNode.Rule rule && add(rules, rule, atRule));
    }

    private boolean add(ArrayNode rules, CssNode.Rule rule, CssNode.@Nullable AtRule around) {
        var style = JSON.objectNode();
        for (var node : rule.body()) {
            if (!(node instanceof CssNode.Declaration declaration)) {
                return false;
            }
            put(style, declaration);
        }
        var data = JSON.objectNode();
        data.set("selectors", JSON.arrayNode());
        if (around != null) {
            data.put("atRuleType", around.name());
            if (!around.prelude().isEmpty()) {
                data.put("mediaText", around.prelude());
            }
        }
        if (rule.selectors().isEmpty()) {
            data.put("singleAtRule", true);
        } else {
            selectors(data, rule.selectors(), around);
        }
        data.set("style", style);
        rules.add(data);
        return true;
    }

    /** A later declaration of the same property takes the place of the end, as it counts there. */
    private static void put(ObjectNode style, CssNode.Declaration declaration) {
        var text = declaration.value() + (declaration.important() ? " !important" : "");
        var earlier = style.remove(declaration.property());
        if (earlier == null) {
            style.put(declaration.property(), text);
            return;
        }
        var both = JSON.arrayNode();
        if (earlier.isArray()) {
            earlier.forEach(both::add);
        } else {
            both.add(earlier);
        }
        style.set(declaration.property(), both.add(text));
    }

    private void selectors(ObjectNode data, String text, CssNode.@Nullable AtRule around) {
        boolean frames = around != null && around.name().equals("keyframes");
        int colon = text.indexOf(':');
        var names = colon < 0 ? text : text.substring(0, colon);
        var state = colon < 0 ? "" : text.substring(colon + 1);
        boolean simple =
                !frames
                        && NAMES.matcher(names).matches()
                        && (state.isEmpty() || STATE.matcher(state).matches());
        var list = JSON.arrayNode();
        if (simple) {
            for (var name : names.split("(?=[.#])")) {
                simple &= onPage.contains(name);
                list.add(name.startsWith(".") ? name.substring(1) : name);
            }
        }
        if (!simple) {
            data.put("selectorsAdd", text);
            return;
        }
        data.set("selectors", list);
        if (!state.isEmpty()) {
            data.put("state", state);
        }
    }
}
