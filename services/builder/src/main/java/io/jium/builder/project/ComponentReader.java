package io.jium.builder.project;

import io.jium.builder.project.Dropped.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads the tree of components. */
final class ComponentReader {

    private static final int MAX_TYPE = 64;
    private static final Set<String> OWN =
            Set.of(
                    "type",
                    "tagName",
                    "attributes",
                    "classes",
                    "content",
                    "components",
                    "style",
                    "head",
                    "docEl",
                    "doctype");
    private static final Set<String> DROPPED_TYPES = Set.of("script", "head");

    private final Reading reading;
    private final PropertyReader properties;
    private final SelectorReader selectors;
    private final AttributeReader attributes;
    private final InlineStyles inlineStyles;

    ComponentReader(
            Reading reading,
            PropertyReader properties,
            SelectorReader selectors,
            InlineStyles inlineStyles) {
        this.reading = reading;
        this.properties = properties;
        this.selectors = selectors;
        this.inlineStyles = inlineStyles;
        this.attributes = new AttributeReader(reading);
    }

    /** The root of a page, whatever type and tag it claims. */
    Component wrapper(Path path, JsonNode node) {
        var attributeNode = node.get("attributes");
        var read =
                inlineStyles.move(
                        path, node, attributes.read(path.at("attributes"), "body", attributeNode));
        return new Component(
                "wrapper",
                null,
                read,
                selectors.read(path.at("classes"), node.get("classes"), false),
                "",
                children(path, node, "body", 1),
                properties.read(path, node, OWN));
    }

    /** The attributes of the document element, where the language of the page is kept. */
    Map<String, JsonNode> documentAttributes(Path path, JsonNode docEl) {
        return attributes.read(path.at("attributes"), "html", docEl.get("attributes"));
    }

    List<Component> list(Path path, @Nullable JsonNode nodes, int depth) {
        if (nodes == null || nodes.isNull()) {
            return List.of();
        }
        if (nodes.isObject()) {
            var single = component(path, nodes, depth);
            return single == null ? List.of() : List.of(single);
        }
        if (!nodes.isArray()) {
            reading.drop(path, Reason.MALFORMED);
            return List.of();
        }
        var children = new ArrayList<Component>(nodes.size());
        for (int index = 0; index < nodes.size(); index++) {
            var child = component(path.at(index), nodes.get(index), depth);
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    private @Nullable Component component(Path path, JsonNode node, int depth) {
        if (depth > ProjectParser.MAX_DEPTH) {
            reading.refuse(path, "too_deep");
            return null;
        }
        if (!reading.countNode(path, ProjectParser.MAX_COMPONENTS)) {
            return null;
        }
        if (node.isString()) {
            return text(path, node.stringValue());
        }
        if (!node.isObject()) {
            reading.drop(path, Reason.MALFORMED);
            return null;
        }
        var type = node.path("type").asString("");
        if (type.equals("textnode")) {
            return textNode(path, node);
        }
        if (type.equals("comment")) {
            reading.drop(path, Reason.COMMENT);
            return null;
        }
        return element(path, node, type, depth);
    }

    private Component text(Path path, String text) {
        if (text.length() > PropertyReader.MAX_TEXT) {
            reading.refuse(path, "too_long");
        }
        return new Component("textnode", null, Map.of(), List.of(), text, List.of(), Map.of());
    }

    /** A text that is part of a symbol has an id, though it is never printed. */
    private Component textNode(Path path, JsonNode node) {
        var text = text(path, node.path("content").asString("")).text();
        var read = attributes.read(path.at("attributes"), "", node.get("attributes"));
        return new Component(
                "textnode",
                null,
                read,
                List.of(),
                text,
                List.of(),
                properties.read(path, node, OWN));
    }

    private @Nullable Component element(Path path, JsonNode node, String claimedType, int depth) {
        var written = node.path("tagName").isString() ? node.path("tagName").stringValue() : "";
        var lower = written.toLowerCase(Locale.ROOT);
        if (claimedType.equals("script") || lower.equals("script")) {
            reading.drop(path, Reason.SCRIPT);
            return null;
        }
        if (DROPPED_TYPES.contains(claimedType) || Elements.isRemovedWithContent(lower)) {
            reading.drop(path, Reason.FORBIDDEN_ELEMENT);
            return null;
        }
        var type = type(path, claimedType);
        var tagName = tagName(path, written, lower);
        var kept = properties.read(path, node, OWN);
        var provider = kept.get("provider");
        var tag = ComponentTypes.tag(type, tagName, provider == null ? "" : provider.asString(""));
        if (tag.equals("iframe")) {
            frameSource(path.at("src"), kept);
        }
        var read =
                inlineStyles.move(
                        path,
                        node,
                        attributes.read(path.at("attributes"), tag, node.get("attributes")));
        return new Component(
                type,
                tagName,
                read,
                selectors.read(path.at("classes"), node.get("classes"), false),
                "",
                children(path, node, tag, depth + 1),
                kept);
    }

    /** Films and maps keep the address of their frame as a property. */
    private void frameSource(Path path, Map<String, JsonNode> kept) {
        var source = kept.get("src");
        if (source == null || source.asString("").isEmpty()) {
            return;
        }
        var checked = FrameHosts.frame(source.asString(""));
        if (checked == null) {
            reading.drop(path, Reason.UNKNOWN_FRAME_HOST);
            kept.remove("src");
        } else {
            kept.put("src", StringNode.valueOf(checked));
        }
    }

    private String type(Path path, String claimed) {
        // Only the root is the body.
        if (claimed.equals("wrapper")) {
            return "";
        }
        if (claimed.length() > MAX_TYPE
                || claimed.chars().anyMatch(c -> c <= ' ' || "<>\"'&".indexOf(c) >= 0)) {
            reading.drop(path.at("type"), Reason.MALFORMED);
            return "";
        }
        return claimed;
    }

    private @Nullable String tagName(Path path, String written, String lower) {
        if (written.isEmpty()) {
            return null;
        }
        if (Elements.isAllowed(written)) {
            return written;
        }
        if (Elements.isAllowed(lower)) {
            return lower;
        }
        reading.drop(path.at("tagName"), Reason.FORBIDDEN_ELEMENT);
        return "div";
    }

    private List<Component> children(Path path, JsonNode node, String tag, int depth) {
        var components = node.get("components");
        if (components != null && components.isString()) {
            return markup(path.at("components"), components.stringValue(), tag, depth);
        }
        var read = list(path.at("components"), components, depth);
        var content = node.path("content");
        boolean shown = components == null || components.isEmpty();
        if (shown && content.isString() && !content.stringValue().isEmpty()) {
            read = markup(path.at("content"), content.stringValue(), tag, depth);
        }
        return Elements.isVoid(tag) || tag.equals("iframe") ? List.of() : read;
    }

    /** Markup that an older editor stored as text. */
    private List<Component> markup(Path path, String html, String tag, int depth) {
        if (html.length() > PropertyReader.MAX_TEXT) {
            reading.refuse(path, "too_long");
            return List.of();
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return reading.countNode(path, ProjectParser.MAX_COMPONENTS)
                    ? List.of(text(path, html))
                    : List.of();
        }
        return list(path, HtmlNodes.fragment(html, tag), depth);
    }
}
