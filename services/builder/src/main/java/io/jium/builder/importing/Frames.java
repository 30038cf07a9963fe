package io.jium.builder.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes one page of the pages a frameset shows: side by side, or one below the other, as wide as
 * their frames were.
 */
final class Frames {

    private static final int MAX_FRAMES = 12;
    private static final Pattern PIXELS = Pattern.compile("\\d{1,5}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(?:\\.\\d+)?%");

    private static final Pattern FRAME =
            Pattern.compile("<frame(\\s[^>]{1,600}>)", Pattern.CASE_INSENSITIVE);

    private Frames() {}

    /** The frames of a page that has nothing but frames, in their order; else none. */
    static List<Element> of(Document document) {
        var frameset = document.selectFirst("frameset");
        var frames = new ArrayList<Element>();
        if (frameset != null) {
            frames.addAll(frameset.select("frame[src]"));
        }
        return frames.size() <= MAX_FRAMES ? frames : frames.subList(0, MAX_FRAMES);
    }

    /** What the frames of a page are called. */
    static List<String> names(String html) {
        return FRAME.matcher(html)
                .results()
                .map(match -> Jsoup.parse("<i" + match.group(1)).select("i").attr("name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** How much room a frame was given, as its frameset says; empty when it does not. */
    static String size(Element frame) {
        var around = frame.parent();
        if (around == null) {
            return "";
        }
        var sizes = around.attr(isRow(around) ? "cols" : "rows").split(",");
        int place = frame.elementSiblingIndex();
        return place < sizes.length ? sizes[place].strip().toLowerCase(Locale.ROOT) : "";
    }

    /** Puts the content of each frame where the frame was. */
    static void fill(Document document, List<Element> frames, List<Element> bodies) {
        for (int index = 0; index < frames.size(); index++) {
            var frame = frames.get(index);
            var content = new Element("div").attr("style", room(frame));
            var body = bodies.get(index);
            content.appendChild(inner(body));
            frame.replaceWith(content);
        }
        document.select("noframes").remove();
        for (var frameset : document.select("frameset").reversed()) {
            var holder = new Element("div").attr("style", holder(frameset));
            holder.insertChildren(0, frameset.childNodesCopy());
            frameset.replaceWith(
                    isInner(frameset) ? holder : new Element("body").appendChild(holder));
        }
    }

    /** A body becomes an element like any other; what only bodies may say becomes its style. */
    private static Element inner(Element body) {
        var inner = new Element("div");
        var style = new StringBuilder(body.attr("style"));
        for (var attribute : body.attributes()) {
            switch (attribute.getKey()) {
                case "id", "class", "lang", "dir" ->
                        inner.attr(attribute.getKey(), attribute.getValue());
                case "bgcolor" -> style.append(";background-color:").append(attribute.getValue());
                case "text" -> style.append(";color:").append(attribute.getValue());
                case "background" ->
                        style.append(";background-image:url(\"")
                                .append(attribute.getValue().replace("\"", "%22"))
                                .append("\")");
                default -> {}
            }
        }
        if (!style.isEmpty()) {
            inner.attr("style", style.toString());
        }
        inner.insertChildren(0, body.childNodesCopy());
        return inner;
    }

    private static boolean isRow(Element frameset) {
        return frameset.hasAttr("cols");
    }

    private static String holder(Element frameset) {
        return (isRow(frameset) ? "display:flex" : "display:block")
                + (isInner(frameset) ? ";" + room(frameset) : "");
    }

    private static boolean isInner(Element frameset) {
        var around = frameset.parent();
        return around != null && around.normalName().equals("frameset");
    }

    private static String room(Element frame) {
        var size = size(frame);
        var around = frame.parent();
        if (size.equals("0")) {
            return "display:none";
        }
        if (around == null || !isRow(around)) {
            return PIXELS.matcher(size).matches() ? "min-height:" + size + "px" : "display:block";
        }
        if (PIXELS.matcher(size).matches()) {
            return "flex:0 0 " + size + "px";
        }
        return PERCENT.matcher(size).matches()
                ? "flex:0 0 " + size + ";min-width:0"
                : "flex:1 1 0;min-width:0";
    }
}
