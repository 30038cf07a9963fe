package io.jium.builder.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element around the content of a page: {@code meta}, {@code link} or {@code script}.
 *
 * @param attributes harmless ones, in order; an empty value is a switch, as in {@code defer}
 * @param text of a script that is data (JSON-LD); null otherwise
 */
public record HeadElement(String tag, Map<String, String> attributes, @Nullable String text) {

    static HeadElement styleSheet(String address) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("rel", "stylesheet");
        attributes.put("href", address);
        return new HeadElement("link", attributes, null);
    }

    /** Whether a page with it stands on more than what browsers give it. */
    public boolean bringsStyles() {
        return tag.equals("link")
                && attributes.getOrDefault("rel", "").equalsIgnoreCase("stylesheet");
    }
}
