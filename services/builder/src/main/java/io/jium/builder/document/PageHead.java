package io.jium.builder.document;

import io.jium.builder.importing.HeadElement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a page carries besides its content: elements for its head, and for the end of its body, in
 * order.
 *
 * @param speaksForItself whether the page's own title stands alone, as it did where it was imported
 *     from
 */
public record PageHead(List<HeadElement> head, List<HeadElement> bodyEnd, boolean speaksForItself) {

    private static final Set<String> PLACES = Set.of("canonical", "alternate");
    private static final Set<String> WORDS =
            Set.of(
                    "description",
                    "keywords",
                    "og:title",
                    "og:description",
                    "og:locale",
                    "og:url",
                    "twitter:title",
                    "twitter:description");

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

    /** Without what is said in words, or of the page's place among others: for a translation. */
    public PageHead withoutWords() {
        return new PageHead(
                head.stream().filter(element -> !isOfOneLanguage(element)).toList(),
                bodyEnd,
                speaksForItself);
    }

    private static boolean isOfOneLanguage(HeadElement element) {
        var attributes = element.attributes();
        return switch (element.tag()) {
            case "link" ->
                    PLACES.contains(attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT));
            case "meta" -> {
                var name = attributes.getOrDefault("name", attributes.getOrDefault("property", ""));
                yield WORDS.contains(name.toLowerCase(Locale.ROOT));
            }
            default -> false;
        };
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
