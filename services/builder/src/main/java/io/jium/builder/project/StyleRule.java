package io.jium.builder.project;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A CSS rule as the editor keeps it.
 *
 * @param selectors classes and ids that all have to match one element
 * @param otherSelectors a selector list besides them, printed as it is; may be empty
 * @param state a pseudo-class without its colon; may be empty
 * @param isWholeAtRule whether the declarations stand in the at-rule itself, as in {@code
 *     font-face}
 * @param details what else the editor stores: group, shallow, mediaText's device
 */
public record StyleRule(
        List<Selector> selectors,
        String otherSelectors,
        String state,
        AtRule atRule,
        boolean isWholeAtRule,
        Important important,
        Map<String, StyleValue> declarations,
        Map<String, JsonNode> details) {

    StyleRule withDeclarations(Map<String, StyleValue> changed) {
        return new StyleRule(
                selectors,
                otherSelectors,
                state,
                atRule,
                isWholeAtRule,
                important,
                changed,
                details);
    }
}
