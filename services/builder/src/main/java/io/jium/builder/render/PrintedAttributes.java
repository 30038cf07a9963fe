package io.jium.builder.render;

import io.jium.builder.project.Component;
import io.jium.builder.project.ComponentTypes;
import io.jium.builder.project.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the editor adds to the attributes it stored: classes, and what types derive from their
 * properties.
 */
final class PrintedAttributes {

    /** The editor's picture for an image without a source, to the byte. */
    private static final String NO_IMAGE =
            "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMDAiIHZpZXdCb3g9Ij"
                    + "AgMCAyNCAyNCIgc3R5bGU9ImZpbGw6IHJnYmEoMCwwLDAsMC4xNSk7IHRyYW5zZm9ybTogc2NhbGUoMC43NSkiPgogICAgICAg"
                    + "IDxwYXRoIGQ9Ik04LjUgMTMuNWwyLjUgMyAzLjUtNC41IDQuNSA2SDVtMTYgMVY1YTIgMiAwIDAgMC0yLTJINWMtMS4xIDAtMi"
                    + "AuOS0yIDJ2MTRjMCAxLjEuOSAyIDIgMmgxNGMxLjEgMCAyLS45IDItMnoiPjwvcGF0aD4KICAgICAgPC9zdmc+";

    private PrintedAttributes() {}

    static Map<String, JsonNode> of(Component component) {
        var attributes = new LinkedHashMap<String, JsonNode>();
        switch (component.type()) {
            case "video" ->
                    attributes.put("allowfullscreen", StringNode.valueOf("allowfullscreen"));
            case "map", "iframe" -> attributes.put("frameborder", StringNode.valueOf("0"));
            default -> {}
        }
        attributes.putAll(component.attributes());
        if (!component.classes().isEmpty()) {
            var names =
                    component.classes().stream()
                            .map(Selector::name)
                            .collect(Collectors.joining(" "));
            attributes.put("class", StringNode.valueOf(names));
        }
        switch (component.type()) {
            case "image" -> source(attributes, component.property("src"), NO_IMAGE);
            case "map" ->
                    source(attributes, component.property("src"), EmbeddedMap.address(component));
            case "video" -> video(component, attributes);
            default -> {}
        }
        return attributes;
    }

    private static void source(
            Map<String, JsonNode> attributes, String property, String otherwise) {
        var stored = attributes.get("src");
        if (stored != null && !stored.asString("").isEmpty()) {
            return;
        }
        var source = property.isEmpty() ? otherwise : property;
        if (!source.isEmpty()) {
            attributes.put("src", StringNode.valueOf(source));
        }
    }

    private static void video(Component component, Map<String, JsonNode> attributes) {
        boolean foreign = ComponentTypes.tag(component).equals("iframe");
        if (foreign) {
            if (!component.property("provider").equals("vi")) {
                attributes.putIfAbsent(
                        "referrerpolicy", StringNode.valueOf("strict-origin-when-cross-origin"));
            }
            source(attributes, component.property("src"), "");
            return;
        }
        source(attributes, component.property("src"), "");
        for (var name : new String[] {"loop", "autoplay", "controls", "muted"}) {
            attributes.put(name, BooleanNode.valueOf(isOn(component, name)));
        }
    }

    private static boolean isOn(Component component, String name) {
        var attribute = component.attributes().get(name);
        if (attribute != null) {
            return isTrue(attribute);
        }
        var property = component.properties().get(name);
        return property == null ? name.equals("controls") : isTrue(property);
    }

    /** What JavaScript takes for true. */
    private static boolean isTrue(JsonNode value) {
        if (value.isString()) {
            return !value.stringValue().isEmpty();
        }
        return value.isNumber() ? value.doubleValue() != 0 : value.asBoolean(false);
    }
}
