package io.jium.builder.project;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A class or an id, as components and rules name them.
 *
 * @param details what the editor keeps besides the name: label, protected, private
 */
public record Selector(Kind kind, String name, Map<String, JsonNode> details) {

    public enum Kind {
        CLASS,
        ID
    }

    public boolean isClass() {
        return kind == Kind.CLASS;
    }
}
