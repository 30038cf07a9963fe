package io.jium.builder.render;

import io.jium.builder.asset.FileAddress;
import io.jium.builder.asset.SitePicture;
import io.jium.builder.project.Component;
import io.jium.builder.project.ComponentTypes;
import io.jium.builder.project.Project;
import io.jium.builder.project.StyleRule;
import io.jium.builder.project.StyleValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/**
 * Adds to the images of a page what the site knows of its pictures: their size, so that nothing
 * moves while they load; smaller ones for smaller screens; what must stay in sight. What the author
 * has set himself stays.
 */
final class SitePictures {

    /** The first of a page are in sight when it opens. */
    private static final int IN_SIGHT = 3;

    /** Narrower ones are logos and portraits. */
    private static final int LARGE = 600;

    private final Map<String, SitePicture> bySha256;
    private final Set<String> notCovered = new HashSet<>();
    private final Set<String> css = new TreeSet<>();
    private boolean isFirstChosen;
    private int met;

    SitePictures(Project page, Map<String, SitePicture> bySha256) {
        this.bySha256 = bySha256;
        if (!bySha256.isEmpty()) {
            isFirstChosen = isAnyFirst(page.wrapper());
            page.styles().forEach(this::collectNotCovered);
        }
    }

    /** The bytes that the images of a page show, by their hash. */
    static Set<String> shown(Project page) {
        var found = new LinkedHashSet<String>();
        collect(page.wrapper(), found);
        return found;
    }

    private static void collect(Component component, Set<String> found) {
        if (ComponentTypes.tag(component).equals("img")) {
            var sha256 = sha256(PrintedAttributes.of(component).get("src"));
            if (sha256 != null) {
                found.add(sha256);
            }
        }
        component.children().forEach(child -> collect(child, found));
    }

    private static @Nullable String sha256(@Nullable JsonNode source) {
        if (source == null || !source.isString()) {
            return null;
        }
        var address = FileAddress.PATTERN.matcher(source.stringValue());
        return address.matches() ? address.group(1) : null;
    }

    private static boolean isAnyFirst(Component component) {
        return isFirst(component.attributes())
                || component.children().stream().anyMatch(SitePictures::isAnyFirst);
    }

    private static boolean isFirst(Map<String, JsonNode> attributes) {
        var priority = attributes.get("fetchpriority");
        return priority != null && priority.asString("").equalsIgnoreCase("high");
    }

    /** Where a picture is shown whole, nothing of it needs to be kept in sight. */
    private void collectNotCovered(StyleRule rule) {
        if (rule.declarations().get("object-fit") instanceof StyleValue.Texts(var texts)
                && !texts.contains("cover")) {
            rule.selectors()
                    .forEach(selector ->
                            notCovered.add((selector.isClass() ? "." : "#") + selector.name()));
        }
    }

    /** Rules for what {@link #complete} has added; every rule of the author's counts more. */
    String css() {
        return String.join("", css);
    }

    /** Completes the attributes of an image, the next one of the page. */
    void complete(Component component, Map<String, JsonNode> attributes) {
        met++;
        var sha256 = sha256(attributes.get("src"));
        var picture = sha256 == null ? null : bySha256.get(sha256);
        if (picture == null) {
            return;
        }
        if (!picture.alt().isEmpty()) {
            attributes.putIfAbsent("alt", text(picture.alt()));
        }
        size(picture, attributes);
        boolean isLazy = load(picture, attributes);
        if (!attributes.containsKey("srcset")) {
            variants(picture, isLazy, attributes);
        }
        focus(component, picture, attributes);
    }

    private void size(SitePicture picture, Map<String, JsonNode> attributes) {
        if (attributes.containsKey("width") || attributes.containsKey("height")) {
            return;
        }
        attributes.put("width", text(Integer.toString(picture.width())));
        attributes.put("height", text(Integer.toString(picture.height())));
        // Else the height would be these pixels wherever a rule sets the width alone.
        attributes.put("data-natural", BooleanNode.TRUE);
        css.add(":where(img[data-natural]){max-width:100%;height:auto}");
    }

    /** Answers whether it is loaded only when it comes near. */
    private boolean load(SitePicture picture, Map<String, JsonNode> attributes) {
        attributes.putIfAbsent("decoding", text("async"));
        if (met <= IN_SIGHT || isFirst(attributes)) {
            if (!isFirstChosen
                    && picture.width() >= LARGE
                    && !attributes.containsKey("fetchpriority")
                    && !attributes.containsKey("loading")) {
                isFirstChosen = true;
                attributes.put("fetchpriority", text("high"));
            }
        } else {
            attributes.putIfAbsent("loading", text("lazy"));
        }
        var loading = attributes.get("loading");
        return loading != null && loading.asString("").equalsIgnoreCase("lazy");
    }

    private static void variants(
            SitePicture picture, boolean isLazy, Map<String, JsonNode> attributes) {
        if (picture.variants().isEmpty()) {
            return;
        }
        var set =
                picture.variants().stream()
                        .map(variant -> variant.url() + " " + variant.width() + "w")
                        .collect(Collectors.joining(", "));
        if (picture.variants().getLast().width() < picture.width()) {
            set += ", " + picture.url() + " " + picture.width() + "w";
        }
        attributes.put("srcset", text(set));
        // What is loaded late is laid out by then: browsers that can take its true width.
        var width = picture.width();
        attributes.putIfAbsent(
                "sizes",
                text(
                        "%s(max-width: %dpx) 100vw, %dpx"
                                .formatted(isLazy ? "auto, " : "", width, width)));
    }

    private void focus(Component component, SitePicture picture, Map<String, JsonNode> attributes) {
        var point = picture.focalPoint();
        var id = component.attributes().get("id");
        boolean isShownWhole =
                component.classes().stream()
                                .anyMatch(name -> notCovered.contains("." + name.name()))
                        || (id != null && notCovered.contains("#" + id.asString("")));
        if (point.isCentre() || isShownWhole) {
            return;
        }
        attributes.put("data-focus", text("%d %d".formatted(point.x(), point.y())));
        css.add(
                ":where(img[data-focus=\"%d %d\"]){object-position:%d%% %d%%}"
                        .formatted(point.x(), point.y(), point.x(), point.y()));
    }

    private static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }
}
