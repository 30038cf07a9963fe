package io.jium.builder.render;

import io.jium.builder.project.SourceSets;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects what a page loads, and the files its links lead to. */
final class AssetAddresses {

    private final Collection<String> found;

    AssetAddresses(Collection<String> found) {
        this.found = found;
    }

    void collect(String tag, Map<String, JsonNode> attributes) {
        attributes.forEach((name, value) -> {
            if (!value.isString() || value.stringValue().isEmpty()) {
                return;
            }
            var text = value.stringValue();
            switch (name) {
                case "src", "poster", "background" -> add(text);
                case "srcset" -> SourceSets.addresses(text).forEach(this::add);
                case "href", "xlink:href" -> {
                    if (!tag.equals("a") || isFile(text)) {
                        add(text);
                    }
                }
                default -> {}
            }
        });
    }

    void add(String address) {
        boolean inside = address.startsWith("#") || address.regionMatches(true, 0, "data:", 0, 5);
        if (!inside) {
            found.add(address);
        }
    }

    /** A link to a file of the site, say a PDF, as opposed to a page. */
    private static boolean isFile(String address) {
        if (address.regionMatches(true, 0, "http:", 0, 5)
                || address.regionMatches(true, 0, "https:", 0, 6)
                || address.startsWith("//")
                || address.regionMatches(true, 0, "mailto:", 0, 7)) {
            return false;
        }
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.lastIndexOf('.', end - 1) > address.lastIndexOf('/', end - 1);
    }
}
