package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads the attributes of an element: harmless names, scalar values, checked addresses. */
final class AttributeReader {

    private static final int MAX_ATTRIBUTES = 200;

    /** Generous, for the path of a drawing is an attribute. */
    private static final int MAX_LENGTH = 600_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,127}");
    private static final Set<String> FORBIDDEN =
            Elements.words(
                    """
                    srcdoc nonce ping http-equiv manifest xml:base shadowrootmode sandbox csp
                    data-gjs-script archive classid codebase code data profile
                    """);
    private static final Set<String> PICTURES =
            Set.of("src", "poster", "background", "lowsrc", "dynsrc");
    private static final Set<String> PICTURE_SETS = Set.of("srcset", "imagesrcset");
    private static final Set<String> LINKS =
            Set.of("href", "action", "formaction", "cite", "longdesc", "usemap");

    private final Reading reading;

    AttributeReader(Reading reading) {
        this.reading = reading;
    }

    Map<String, JsonNode> read(Path path, String tag, @Nullable JsonNode node) {
        if (node == null || node.isNull() || isEmptyList(node)) {
            return Map.of();
        }
        if (!node.isObject()) {
            reading.drop(path, Reason.MALFORMED);
            return Map.of();
        }
        var attributes = new LinkedHashMap<String, JsonNode>();
        for (var entry : node.properties()) {
            var name = entry.getKey();
            var here = path.at(name);
            if (attributes.size() >= MAX_ATTRIBUTES) {
                reading.refuse(path, "too_many_attributes");
                return attributes;
            }
            var value = value(here, tag, name, entry.getValue());
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private @Nullable JsonNode value(Path path, String tag, String name, JsonNode value) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on")) {
            reading.drop(path, Reason.EVENT_HANDLER);
            return null;
        }
        if (!NAME.matcher(name).matches() || FORBIDDEN.contains(lower)) {
            reading.drop(path, Reason.FORBIDDEN_ATTRIBUTE);
            return null;
        }
        if (value.isNull() || lower.equals("style")) {
            // A style attribute became a rule before this.
            return null;
        }
        if (value.isBoolean() || value.isNumber()) {
            return value;
        }
        if (!value.isString()) {
            reading.drop(path, Reason.MALFORMED);
            return null;
        }
        if (value.stringValue().length() > MAX_LENGTH) {
            reading.refuse(path, "too_long");
            return null;
        }
        return text(path, tag, lower, value);
    }

    private @Nullable JsonNode text(Path path, String tag, String name, JsonNode value) {
        var text = value.stringValue();
        if (name.equals("attributename") && Elements.isAnimation(tag)) {
            return animated(path, value);
        }
        var local = name.substring(name.indexOf(':') + 1);
        String checked;
        if (local.equals("src") && tag.equals("iframe")) {
            checked = FrameHosts.frame(text);
            if (checked == null && !text.isEmpty()) {
                reading.drop(path, Reason.UNKNOWN_FRAME_HOST);
                return null;
            }
        } else if (PICTURES.contains(local)) {
            checked = Addresses.picture(text);
        } else if (PICTURE_SETS.contains(local)) {
            checked = Addresses.pictureSet(text);
        } else if (local.equals("href") && Elements.isSvg(tag) && !tag.equals("a")) {
            checked = Addresses.picture(text);
        } else if (LINKS.contains(local)) {
            checked = Addresses.link(text);
        } else {
            checked = text;
        }
        if (checked == null) {
            reading.drop(path, Reason.UNSAFE_URL);
            return null;
        }
        return checked.equals(text) ? value : StringNode.valueOf(checked);
    }

    /** An animation may not change where a link leads or what a handler does. */
    private @Nullable JsonNode animated(Path path, JsonNode value) {
        var target = value.stringValue().strip().toLowerCase(Locale.ROOT);
        if (target.endsWith("href") || target.startsWith("on") || target.equals("src")) {
            reading.drop(path, Reason.FORBIDDEN_ATTRIBUTE);
            return null;
        }
        return value;
    }
}
