package io.jium.builder.project.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a style sheet that passed the filter. */
public sealed interface CssNode {

    /**
     * @param value as printed, without {@code !important}
     */
    record Declaration(String property, String value, boolean important) implements CssNode {}

    record Rule(String selectors, List<CssNode> body) implements CssNode {}

    /**
     * @param body null for a statement that ends with a semicolon
     */
    record AtRule(String name, String prelude, @Nullable List<CssNode> body) implements CssNode {}

    static String print(List<CssNode> nodes) {
        var out = new StringBuilder();
        nodes.forEach(node -> print(node, out));
        return out.toString();
    }

    private static void print(CssNode node, StringBuilder out) {
        switch (node) {
            case Declaration(var property, var value, var important) ->
                    out.append(property)
                            .append(':')
                            .append(value)
                            .append(important ? " !important;" : ";");
            case Rule(var selectors, var body) -> {
                out.append(selectors).append('{');
                body.forEach(child -> print(child, out));
                out.append("}\n");
            }
            case AtRule(var name, var prelude, var body) -> {
                out.append('@').append(name);
                if (!prelude.isEmpty()) {
                    out.append(' ').append(prelude);
                }
                if (body == null) {
                    out.append(";\n");
                } else {
                    out.append('{');
                    body.forEach(child -> print(child, out));
                    out.append("}\n");
                }
            }
        }
    }
}
