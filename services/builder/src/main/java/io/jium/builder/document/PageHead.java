package io.jium.builder.document;

import io.jium.builder.importing.HeadElement;
import java.util.List;

/**
 * What an imported page carries besides its content: elements for its head, and for the end of its
 * body, in order.
 */
public record PageHead(List<HeadElement> head, List<HeadElement> bodyEnd) {

    static final PageHead NONE = new PageHead(List.of(), List.of());

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
