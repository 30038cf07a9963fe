package io.jium.builder.project;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the editor's built-in types are printed as when the data names no tag. */
public final class ComponentTypes {

    private static final Map<String, String> TAGS =
            Map.ofEntries(
                    Map.entry("wrapper", "body"),
                    Map.entry("link", "a"),
                    Map.entry("image", "img"),
                    Map.entry("video", "video"),
                    Map.entry("map", "iframe"),
                    Map.entry("iframe", "iframe"),
                    Map.entry("cell", "td"),
                    Map.entry("row", "tr"),
                    Map.entry("table", "table"),
                    Map.entry("thead", "thead"),
                    Map.entry("tbody", "tbody"),
                    Map.entry("tfoot", "tfoot"),
                    Map.entry("label", "label"),
                    Map.entry("svg", "svg"),
                    Map.entry("svg-in", "svg"));
    private static final Set<String> FOREIGN_PLAYERS = Set.of("yt", "ytnc", "vi");

    private ComponentTypes() {}

    /** The tag a component is printed with; empty for a text node. */
    public static String tag(Component component) {
        return tag(component.type(), component.tagName(), component.property("provider"));
    }

    static String tag(String type, @Nullable String tagName, String provider) {
        if (type.equals("textnode")) {
            return "";
        }
        if (type.equals("video")) {
            // The editor derives it from the provider each time and ignores what was stored.
            return FOREIGN_PLAYERS.contains(provider) ? "iframe" : "video";
        }
        return tagName != null ? tagName : TAGS.getOrDefault(type, "div");
    }
}
