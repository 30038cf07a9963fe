package io.jium.builder.render;

import io.jium.builder.project.Component;
import io.jium.builder.project.ComponentTypes;
import io.jium.builder.project.Elements;
import io.jium.builder.project.Scalars;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Prints components as the editor does, and frames with a sandbox around them. */
final class HtmlRenderer {

    private static final String SANDBOX =
            " sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"
                    + " allow-presentation\"";

    private final StringBuilder out = new StringBuilder(4_096);
    private final AssetAddresses assets;
    private final SitePictures pictures;

    HtmlRenderer(Collection<String> assets, SitePictures pictures) {
        this.assets = new AssetAddresses(assets);
        this.pictures = pictures;
    }

    /** The markup inside a component. */
    String children(Component component) {
        out.setLength(0);
        component.children().forEach(this::print);
        return out.toString();
    }

    private void print(Component component) {
        if (component.isTextNode()) {
            Escaping.text(component.text(), out);
            return;
        }
        var tag = ComponentTypes.tag(component);
        out.append('<').append(tag).append(attributes(component));
        if (tag.equals("iframe")) {
            out.append(SANDBOX);
        }
        boolean empty = component.children().isEmpty();
        if (Elements.isVoid(tag) || (empty && isClosedAtOnce(component, tag))) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (Elements.isTextOnly(tag)) {
            printWords(component);
        } else {
            component.children().forEach(this::print);
        }
        out.append("</").append(tag).append('>');
    }

    /** Only drawings may close like that; a browser takes {@code <div/>} for an opening tag. */
    private static boolean isClosedAtOnce(Component component, String tag) {
        var mark = component.properties().get("void");
        return Elements.isSvg(tag) && !tag.equals("a") && mark != null && mark.asBoolean(false);
    }

    private void printWords(Component component) {
        for (var child : component.children()) {
            if (child.isTextNode()) {
                Escaping.text(child.text(), out);
            } else {
                printWords(child);
            }
        }
    }

    /** With a blank before each. */
    String attributes(Component component) {
        var attributes = PrintedAttributes.of(component);
        var tag = ComponentTypes.tag(component);
        if (tag.equals("img")) {
            pictures.complete(component, attributes);
        }
        assets.collect(tag, attributes);
        return attributes(attributes);
    }

    static String attributes(Map<String, JsonNode> attributes) {
        if (attributes.isEmpty()) {
            return "";
        }
        return attributes.entrySet().stream()
                .map(attribute -> attribute(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining());
    }

    private static String attribute(String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? " " + name : "";
        }
        var printed = new StringBuilder().append(' ').append(name).append("=\"");
        Escaping.attribute(Scalars.text(value), printed);
        return printed.append('"').toString();
    }
}
