package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * Reads what the editor keeps beside the things that are printed: names, switches, the values of
 * traits. They come back to the editor as they were, save for those through which a script or raw
 * markup would get in.
 */
final class PropertyReader {

    static final int MAX_TEXT = 100_000;

    private static final int MAX_ENTRIES = 200;
    private static final int MAX_DEPTH = 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,63}");
    private static final Set<String> SCRIPTS = Set.of("script", "script-props", "script-export");

    /** Functions, markup and state that the editor does not store or prints unescaped. */
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "toolbar",
                    "traits",
                    "icon",
                    "styles",
                    "view",
                    "model",
                    "constructor",
                    "prototype",
                    "__proto__",
                    "delegate",
                    "custom-code-plugin__code");

    /** The editor's layer list prints these as markup. */
    private static final Set<String> SHOWN_IN_LAYERS = Set.of("name", "custom-name", "label");

    private static final Set<String> PASSING = Set.of("status", "open", "_undoexc");
    private static final Set<String> ADDRESSES =
            Set.of(
                    "src", "href", "url", "link", "poster", "action", "ytUrl", "ytncUrl", "viUrl",
                    "mapUrl");

    private final Reading reading;

    PropertyReader(Reading reading) {
        this.reading = reading;
    }

    /** Reads all members but those under the given names. */
    Map<String, JsonNode> read(Path path, JsonNode owner, Set<String> elsewhere) {
        var properties = new LinkedHashMap<String, JsonNode>();
        for (var entry : owner.properties()) {
            var name = entry.getKey();
            if (elsewhere.contains(name) || PASSING.contains(name) || entry.getValue().isNull()) {
                continue;
            }
            // The part's own name is given to it when it is stored.
            if (properties.size() >= MAX_ENTRIES && !name.equals("uid")) {
                reading.refuse(path, "too_many_properties");
                return properties;
            }
            var value = property(path.at(name), name, entry.getValue());
            if (value != null) {
                properties.put(name, value);
            }
        }
        return properties;
    }

    private @Nullable JsonNode property(Path path, String name, JsonNode value) {
        if (SCRIPTS.contains(name)) {
            reading.drop(path, Reason.SCRIPT);
            return null;
        }
        boolean markup = SHOWN_IN_LAYERS.contains(name) && value.asString("").indexOf('<') >= 0;
        if (markup || FORBIDDEN.contains(name) || !NAME.matcher(name).matches()) {
            reading.drop(path, Reason.FORBIDDEN_PROPERTY);
            return null;
        }
        if (name.equals("fallback") || (name.equals("src") && isDrawing(value))) {
            // The editor's own placeholder picture: it is the default and comes back by itself.
            return null;
        }
        if (ADDRESSES.contains(name) && value.isString()) {
            var address = Addresses.link(value.stringValue());
            var picture = address == null ? Addresses.picture(value.stringValue()) : address;
            if (picture == null) {
                reading.drop(path, Reason.UNSAFE_URL);
                return null;
            }
            return StringNode.valueOf(picture);
        }
        return value(path, value, 0);
    }

    private static boolean isDrawing(JsonNode value) {
        return value.isString() && value.stringValue().startsWith("<svg");
    }

    /** A copy of plain data; null, with the reason told, when it is more than that. */
    @Nullable JsonNode value(Path path, JsonNode value, int depth) {
        if (value.isString()) {
            if (value.stringValue().length() > MAX_TEXT) {
                reading.refuse(path, "too_long");
            }
            return value;
        }
        if (value.isNumber() || value.isBoolean() || value.isNull()) {
            return value;
        }
        if (depth >= MAX_DEPTH || value.size() > 1_000) {
            reading.drop(path, Reason.TOO_DEEP);
            return null;
        }
        if (value.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(value.size());
            for (int index = 0; index < value.size(); index++) {
                var item = value(path.at(index), value.get(index), depth + 1);
                if (item != null) {
                    copy.add(item);
                }
            }
            return copy;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        for (var entry : value.properties()) {
            var here = path.at(entry.getKey());
            if (SCRIPTS.contains(entry.getKey())
                    || FORBIDDEN.contains(entry.getKey())
                    || entry.getKey().length() > 128) {
                reading.drop(here, Reason.FORBIDDEN_PROPERTY);
                continue;
            }
            var item = value(here, entry.getValue(), depth + 1);
            if (item != null) {
                copy.set(entry.getKey(), item);
            }
        }
        return copy;
    }
}
