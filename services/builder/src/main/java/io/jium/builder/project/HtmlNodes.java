package io.jium.builder.project;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns markup into component data of the shape the editor stores. Nothing is judged here: the data
 * goes through the {@link ProjectParser} like any other.
 */
public final class HtmlNodes {

    /**
     * Deeper markup is cut off by the parser of the markup, which keeps recursion here bounded too.
     */
    private static final int MAX_DEPTH = 128;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> INLINE =
            Elements.words(
                    """
                    a abbr b bdi bdo big br cite code data del dfn em font i ins kbd mark q rp rt ruby s
                    samp small span strike strong sub sup time tt u var wbr img svg
                    """);
    private static final Set<String> TEXT_HOLDERS =
            Elements.words(
                    """
                    address blockquote button caption dd div dt figcaption h1 h2 h3 h4 h5 h6 legend li p pre
                    summary td th span strong em b i u small cite code mark time q label abbr font center s
                    del ins sub sup
                    """);

    /** Between these, white space is never seen, however they are styled in practice. */
    private static final Set<String> BLOCKS =
            Elements.words(
                    """
                    address article aside blockquote br center dd details dl dt fieldset figure footer form
                    h1 h2 h3 h4 h5 h6 header hr main nav ol p pre script section style table ul link meta
                    noscript template
                    """);

    private static final Set<String> NO_TEXT_INSIDE =
            Elements.words(
                    """
                    table thead tbody tfoot tr colgroup select optgroup datalist dl picture video audio svg
                    g defs symbol
                    """);
    private static final Set<String> BOOLEAN =
            Elements.words(
                    """
                    allowfullscreen async autofocus autoplay checked controls default defer disabled
                    formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open
                    playsinline readonly required reversed selected
                    """);

    private HtmlNodes() {}

    /** Component data of a piece of markup that stands in the given element. */
    static ArrayNode fragment(String html, String tag) {
        var parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        if (Elements.isSvg(tag) && !tag.equals("a")) {
            var svg = Jsoup.parse("<svg>" + html + "</svg>", parser).selectFirst("svg");
            return svg == null ? JSON.arrayNode() : children(svg, 0);
        }
        var body = new Element("body");
        parser.parseFragmentInput(html, new Element(tag.isEmpty() ? "div" : tag), "")
                .forEach(body::appendChild);
        return children(body, 0);
    }

    /** Component data of the children of an element. */
    public static ArrayNode children(Element parent) {
        return children(parent, 0);
    }

    private static ArrayNode children(Element parent, int depth) {
        var list = JSON.arrayNode();
        if (depth > MAX_DEPTH) {
            return list;
        }
        for (var node : parent.childNodes()) {
            switch (node) {
                case TextNode text -> {
                    if (!isInvisible(text, parent)) {
                        list.add(textNode(shown(text)));
                    }
                }
                case DataNode data -> list.add(textNode(data.getWholeData()));
                case Comment comment ->
                        list.add(
                                JSON.objectNode()
                                        .put("type", "comment")
                                        .put("content", comment.getData()));
                case Element element -> list.add(element(element, depth));
                default -> {}
            }
        }
        return list;
    }

    private static ObjectNode textNode(String text) {
        return JSON.objectNode().put("type", "textnode").put("content", text);
    }

    private static ObjectNode element(Element element, int depth) {
        var tag = element.tagName();
        var data = JSON.objectNode();
        var type = type(element);
        data.put("tagName", tag);
        if (!type.isEmpty()) {
            data.put("type", type);
        }
        var attributes = attributes(element);
        if (type.equals("video")) {
            video(element, data, attributes);
        }
        if (!attributes.isEmpty()) {
            data.set("attributes", attributes);
        }
        var classes = classes(element);
        if (!classes.isEmpty()) {
            data.set("classes", classes);
        }
        var children = children(element, depth + 1);
        if (!children.isEmpty()) {
            data.set("components", children);
        }
        return data;
    }

    /** The attributes of an element but its classes. */
    public static ObjectNode attributes(Element element) {
        var attributes = JSON.objectNode();
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            if (name.equals("class") || name.equals("contenteditable")) {
                continue;
            }
            boolean flag = attribute.getValue().isEmpty() && BOOLEAN.contains(name);
            attributes.set(
                    name, flag ? JSON.booleanNode(true) : JSON.stringNode(attribute.getValue()));
        }
        return attributes;
    }

    public static ArrayNode classes(Element element) {
        var classes = JSON.arrayNode();
        element.classNames().stream().filter(name -> !name.isEmpty()).forEach(classes::add);
        return classes;
    }

    /** The editor keeps a film's switches as properties and prints them from there. */
    private static void video(Element element, ObjectNode data, ObjectNode attributes) {
        for (var name : List.of("loop", "autoplay", "controls", "muted")) {
            attributes.remove(name);
            data.put(name, element.hasAttr(name));
        }
        var source = attributes.remove("src");
        if (source != null) {
            data.set("src", source);
        }
    }

    private static String type(Element element) {
        var tag = element.tagName();
        return switch (tag) {
            // The editor shows its own placeholder in an image without a source.
            case "img" -> element.attr("src").isEmpty() ? "" : "image";
            case "a" -> "link";
            case "video" -> "video";
            case "iframe", "table", "thead", "tbody", "tfoot", "svg" -> tag;
            case "tr" -> "row";
            case "td", "th" -> isText(element) ? "text" : "cell";
            case "label" -> tag;
            default ->
                    Elements.isSvg(tag) && element.closest("svg") != null
                            ? "svg-in"
                            : isText(element) ? "text" : "";
        };
    }

    /**
     * Whether the element is a piece of writing: words of its own, and at most inline elements
     * around others.
     */
    private static boolean isText(Element element) {
        if (!TEXT_HOLDERS.contains(element.tagName()) || !hasWords(element)) {
            return false;
        }
        for (var child : element.children()) {
            if (!INLINE.contains(child.tagName())
                    || (child.childrenSize() > 0 && !isInline(child, 0))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWords(Element element) {
        return element.textNodes().stream().anyMatch(text -> !text.isBlank());
    }

    private static boolean isInline(Element element, int depth) {
        if (element.tagName().equals("svg")) {
            return true;
        }
        return depth < 8
                && element.children().stream()
                        .allMatch(child ->
                                INLINE.contains(child.tagName()) && isInline(child, depth + 1));
    }

    /** The indentation of the source is one blank to the reader. */
    private static String shown(TextNode text) {
        boolean indentation = text.isBlank() && !isKept(text);
        return indentation ? " " : text.getWholeText();
    }

    /** Where white space stands for itself. */
    private static boolean isKept(TextNode text) {
        var parent = text.parent();
        return text.getWholeText().indexOf('\u00a0') >= 0
                || (parent != null && parent.closest("pre, textarea") != null);
    }

    private static boolean isInvisible(TextNode text, Element parent) {
        if (!text.isBlank() || text.getWholeText().isEmpty()) {
            return text.getWholeText().isEmpty();
        }
        if (isKept(text)) {
            return false;
        }
        var previous = text.previousSibling();
        var next = text.nextSibling();
        return NO_TEXT_INSIDE.contains(parent.tagName()) || isEdge(previous) || isEdge(next);
    }

    /** White space beside an edge or a block collapses away. */
    private static boolean isEdge(@Nullable Node sibling) {
        return sibling == null
                || sibling instanceof Comment
                || (sibling instanceof Element e && BLOCKS.contains(e.tagName()));
    }
}
