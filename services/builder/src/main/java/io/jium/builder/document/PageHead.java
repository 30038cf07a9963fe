package io.jium.builder.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an imported page carries besides its content, in the order it had: elements for its head,
 * and for the end of its body.
 */
public record PageHead(List<Element> head, List<Element> bodyEnd) {

    public static final PageHead NONE = new PageHead(List.of(), List.of());

    private static final Set<String> KNOWN = Set.of("meta", "link", "script");

    /**
     * @param tag {@code meta}, {@code link} or {@code script}
     * @param text of a script that is data (JSON-LD); null otherwise
     */
    public record Element(String tag, Map<String, String> attributes, @Nullable String text) {

        public Element {
            if (!KNOWN.contains(tag)) {
                throw new IllegalArgumentException(tag + " has no place in a head");
            }
        }

        void print(StringBuilder html) {
            html.append('<').append(tag);
            attributes.forEach((name, value) -> {
                html.append(' ').append(name);
                if (!value.isEmpty()) {
                    html.append("=\"").append(Html.escape(value)).append('"');
                }
            });
            html.append('>');
            if (tag.equals("script")) {
                html.append(text == null ? "" : text.replace("</", "<\\/")).append("</script>");
            }
            html.append('\n');
        }
    }
}
