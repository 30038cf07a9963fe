package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/** What must hold of every page we print, whatever it was made from. */
final class Harmless {

    private Harmless() {}

    static void check(RenderedPage page) {
        var document = Jsoup.parse(document(page));
        assertThat(
                        document.select(
                                "body script, body style, object, embed, base, meta, link, template, noscript, applet, frame,"
                                        + " frameset, math, foreignObject"))
                .isEmpty();
        // One style element, ended by us and not by its content.
        assertThat(document.select("style")).hasSize(1);
        assertThat(page.css()).doesNotContain("<");
        for (var element : document.getAllElements()) {
            for (var attribute : element.attributes()) {
                var name = attribute.getKey().toLowerCase(Locale.ROOT);
                var value =
                        attribute
                                .getValue()
                                .replaceAll("[\\x00-\\x20]", "")
                                .toLowerCase(Locale.ROOT);
                assertThat(name)
                        .doesNotStartWith("on")
                        .isNotEqualTo("srcdoc")
                        .matches("[a-z_][a-z0-9_.:-]*");
                if (name.endsWith("href") || name.equals("src") || name.endsWith("action")) {
                    assertThat(value).doesNotStartWith("javascript:").doesNotStartWith("vbscript:");
                    assertThat(value).doesNotStartWith("data:text");
                }
            }
        }
        document.select("iframe")
                .forEach(frame -> {
                    assertThat(frame.hasAttr("sandbox")).isTrue();
                    assertThat(frame.attr("src")).matches("|https://.*");
                });
        document.body()
                .traverse((node, _) -> {
                    assertThat(node).isNotInstanceOf(Comment.class).isNotInstanceOf(DataNode.class);
                });
    }

    static String document(RenderedPage page) {
        return "<!doctype html><html%s><head><style>%s</style></head><body%s>%s</body></html>"
                .formatted(
                        page.documentAttributes(), page.css(), page.bodyAttributes(), page.body());
    }

    static Document parsed(RenderedPage page) {
        return Jsoup.parse(document(page));
    }
}
