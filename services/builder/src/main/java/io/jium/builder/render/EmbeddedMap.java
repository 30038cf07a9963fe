package io.jium.builder.render;

import io.jium.builder.project.Component;
import io.jium.builder.project.Scalars;

/** The address of the map a map component shows when it has not stored one. */
final class EmbeddedMap {

    private EmbeddedMap() {}

    static String address(Component map) {
        return "https://maps.google.com/maps?"
                + parameter("&q=", map, "address", "")
                + parameter("&z=", map, "zoom", "1")
                + parameter("&t=", map, "mapType", "q")
                + "&output=embed";
    }

    private static String parameter(
            String prefix, Component map, String property, String otherwise) {
        var stored = map.properties().get(property);
        var value = stored == null ? otherwise : Scalars.text(stored);
        return value.isEmpty() ? "" : prefix + value;
    }
}
