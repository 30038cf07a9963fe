package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the editor's project data of one page. What a page must not carry is taken away and
 * reported; data that is not a project, or is too big for one, is refused. Never throws, whatever
 * it is given, and takes time in proportion to it.
 */
public final class ProjectParser {

    /** Of the data as UTF-8. */
    public static final int MAX_BYTES = 1_048_576;

    /** Elements and texts of a page and its symbols together; the body is not counted. */
    public static final int MAX_COMPONENTS = 3_000;

    /** Of a component below the body, whose children are at 1. */
    public static final int MAX_DEPTH = 64;

    public static final int MAX_RULES = 10_000;

    private static final int MAX_JSON_DEPTH = 300;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_JSON_DEPTH)
                                                    .maxStringLength(MAX_BYTES)
                                                    .maxNumberLength(50)
                                                    .maxNameLength(10_000)
                                                    .build())
                                    .build())
                    .build();
    private static final Set<String> KEPT_BESIDES = Set.of("assets", "dataSources");
    private static final Set<String> OWN =
            Set.of("pages", "styles", "symbols", "assets", "dataSources");

    private ProjectParser() {}

    public static ParsedProject parse(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            return refused("too_large");
        }
        try {
            return read(tree(utf8));
        } catch (JacksonException malformed) {
            return refused("malformed");
        }
    }

    /** Halves of characters become question marks: no one could write them as UTF-8 again. */
    private static JsonNode tree(byte[] utf8) {
        var tree = JSON.readTree(utf8);
        return mayHoldHalfCharacters(utf8)
                ? JSON.readTree(JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8))
                : tree;
    }

    /** Written as escapes; the reader itself refuses them as UTF-8 and in names. */
    private static boolean mayHoldHalfCharacters(byte[] utf8) {
        for (int index = 0; index + 2 < utf8.length; index++) {
            if (utf8[index] == '\\' && utf8[index + 1] == 'u' && (utf8[index + 2] | 32) == 'd') {
                return true;
            }
        }
        return false;
    }

    public static ParsedProject parse(JsonNode project) {
        try {
            return isAsRead(project, 0)
                    ? read(project)
                    : parse(JSON.writeValueAsString(project).getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException tooDeep) {
            return refused("too_deep");
        }
    }

    /**
     * Whether a tree is such as this reader would have made of bytes, and can be walked through.
     * How large it is shows when it is stored.
     */
    private static boolean isAsRead(JsonNode node, int depth) {
        if (node.isString()) {
            return isWhole(node.stringValue());
        }
        if (depth > MAX_JSON_DEPTH) {
            return false;
        }
        if (node.isObject()) {
            for (var member : node.properties()) {
                if (!isWhole(member.getKey()) || !isAsRead(member.getValue(), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        for (int index = 0; index < node.size(); index++) {
            if (!isAsRead(node.get(index), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Without halves of characters. */
    private static boolean isWhole(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(index))) {
                    return false;
                }
                index++;
            }
        }
        return true;
    }

    /** A page without anything on it. */
    public static Project empty() {
        return switch (read(JsonNodeFactory.instance.objectNode())) {
            case ParsedProject.Accepted(var project, var _) -> project;
            case ParsedProject.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static ParsedProject refused(String code) {
        return new ParsedProject.Refused(List.of(new Problem("", code)));
    }

    private static ParsedProject read(JsonNode root) {
        var reading = new Reading();
        if (!root.isObject()) {
            return refused("malformed");
        }
        var page = only(reading, Path.ROOT.at("pages"), root.get("pages"), "one_page_only");
        var pagePath = Path.ROOT.at("pages").at(0);
        var frame = only(reading, pagePath.at("frames"), page.get("frames"), "one_frame_only");
        var framePath = pagePath.at("frames").at(0);
        var wrapper = frame.path("component");
        if (!wrapper.isObject() && !wrapper.isMissingNode()) {
            reading.refuse(framePath.at("component"), "malformed");
        }
        var properties = new PropertyReader(reading);
        var selectors = new SelectorReader(reading, properties);
        var styles = new StyleReader(reading, properties, selectors);
        var inlineStyles = new InlineStyles(root, styles);
        var components = new ComponentReader(reading, properties, selectors, inlineStyles);

        var wrapperPath = framePath.at("component");
        var body = components.wrapper(wrapperPath, wrapper);
        head(reading, wrapperPath.at("head"), wrapper.path("head"));
        var symbols = components.list(Path.ROOT.at("symbols"), root.get("symbols"), 1);
        var rules = inlineStyles.into(styles.rules(Path.ROOT.at("styles"), root.get("styles")));
        var project =
                new Project(
                        body,
                        rules,
                        symbols,
                        properties.read(pagePath, page, Set.of("frames", "component", "styles")),
                        properties.read(framePath, frame, Set.of("component", "head", "styles")),
                        components.documentAttributes(
                                wrapperPath.at("docEl"), wrapper.path("docEl")),
                        others(reading, properties, root));
        return reading.isRefused()
                ? new ParsedProject.Refused(reading.problems())
                : new ParsedProject.Accepted(project, reading.dropped());
    }

    /** The one member of a list; an empty object when there is no list. */
    private static JsonNode only(Reading reading, Path path, @Nullable JsonNode list, String code) {
        if (list == null || list.isNull() || (list.isArray() && list.isEmpty())) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!list.isArray() || !list.get(0).isObject()) {
            reading.refuse(path, "malformed");
            return JsonNodeFactory.instance.objectNode();
        }
        if (list.size() > 1) {
            reading.refuse(path, code);
        }
        return list.get(0);
    }

    /** What belongs into the head of a page is kept beside the project, not in it. */
    private static void head(Reading reading, Path path, JsonNode head) {
        if (!head.path("components").isEmpty() || !head.path("content").asString("").isEmpty()) {
            reading.drop(path, Reason.FORBIDDEN_ELEMENT);
        }
    }

    private static Map<String, JsonNode> others(
            Reading reading, PropertyReader properties, JsonNode root) {
        var others = new LinkedHashMap<String, JsonNode>();
        for (var entry : root.properties()) {
            var name = entry.getKey();
            var path = Path.ROOT.at(name);
            if (KEPT_BESIDES.contains(name)) {
                var value = properties.value(path, entry.getValue(), 0);
                if (value != null && value.isArray()) {
                    others.put(name, value);
                }
            } else if (!OWN.contains(name)) {
                reading.drop(path, Reason.FORBIDDEN_PROPERTY);
            }
        }
        others.putIfAbsent("assets", JsonNodeFactory.instance.arrayNode());
        others.putIfAbsent("dataSources", JsonNodeFactory.instance.arrayNode());
        return others;
    }
}
