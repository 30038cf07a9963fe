package io.jium.builder.document;

import io.jium.builder.importing.HeadElement;
import java.util.List;

/**
 * What a page carries besides its content: elements for its head, and for the end of its body, in
 * order.
 *
 * @param speaksForItself whether the page's own title stands alone, as it did where it was imported
 *     from
 */
public record PageHead(List<HeadElement> head, List<HeadElement> bodyEnd, boolean speaksForItself) {

    static final PageHead NONE = new PageHead(List.of(), List.of(), false);

    /** Addresses of the style sheets, in order. */
    List<String> stylesheets() {
        return head.stream()
                .filter(HeadElement::bringsStyles)
                .map(element -> element.attributes().getOrDefault("href", ""))
                .toList();
    }

    /** The style sheets alone. */
    public PageHead stylesheetsOnly() {
        return new PageHead(
                head.stream().filter(HeadElement::bringsStyles).toList(), List.of(), false);
    }

    static void print(HeadElement element, StringBuilder html) {
        html.append('<').append(element.tag());
        element.attributes()
                .forEach((name, value) -> {
                    html.append(' ').append(name);
                    if (!value.isEmpty()) {
                        html.append("=\"").append(Html.escape(value)).append('"');
                    }
                });
        html.append('>');
        if (element.tag().equals("script")) {
            html.append(element.text() == null ? "" : element.text().replace("</", "<\\/"))
                    .append("</script>");
        }
        html.append('\n');
    }
}
