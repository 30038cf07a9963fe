package io.jium.builder.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An element or a text of the page.
 *
 * @param type the editor's type; empty for a plain element
 * @param tagName when the data names one; it is an allowed one
 * @param attributes strings, numbers and booleans under allowed names, addresses checked
 * @param text of a text node, as characters, not as markup
 * @param properties everything else the editor needs back: traits' values, names, switches. Never
 *     printed but for those the renderer knows by name.
 */
public record Component(
        String type,
        @Nullable String tagName,
        Map<String, JsonNode> attributes,
        List<Selector> classes,
        String text,
        List<Component> children,
        Map<String, JsonNode> properties) {

    public boolean isTextNode() {
        return type.equals("textnode");
    }

    /** A property that is a string; empty when it is absent or anything else. */
    public String property(String name) {
        var value = properties.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
