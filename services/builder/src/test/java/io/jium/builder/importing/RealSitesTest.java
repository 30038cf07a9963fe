package io.jium.builder.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.render.PageRenderer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two themes by Start Bootstrap (MIT), with their pictures reduced to one dot each. */
class RealSitesTest {

    @ParameterizedTest
    @CsvSource({
        "startbootstrap-agency, index.html",
        "startbootstrap-clean-blog, index.html",
        "startbootstrap-clean-blog, post.html",
        "startbootstrap-clean-blog, contact.html"
    })
    void publishesTheSameElementsAndWords(String theme, String file) throws Exception {
        var site = Sites.imported(archive(theme));
        var slug = file.replace(".html", "");
        var page =
                site.pages().stream().filter(p -> p.slug().equals(slug)).findFirst().orElseThrow();

        var original = Jsoup.parse(text(theme, file));
        original.select("script").remove();
        var published =
                Jsoup.parse(
                        "<body"
                                + PageRenderer.render(page.project()).bodyAttributes()
                                + ">"
                                + Sites.body(page));

        assertThat(outline(published.body())).isEqualTo(outline(original.body()));
    }

    @ParameterizedTest
    @CsvSource({"startbootstrap-agency", "startbootstrap-clean-blog"})
    void leavesNoRuleOfTheThemeOut(String theme) throws Exception {
        var site = Sites.imported(archive(theme));

        assertThat(site.warnings())
                .extracting(ImportWarning::code)
                .containsOnly("external_resource", "file_left_out", "comment");
        var css = Sites.text(site, "css/styles.css");
        var original = text(theme, "css/styles.css").replaceAll("(?s)/\\*.*?\\*/", "");
        assertThat(css.chars().filter(c -> c == '{').count())
                .isEqualTo(original.chars().filter(c -> c == '{').count());
        assertThat(css).doesNotContain("../assets");
    }

    /**
     * Each element with its attributes but addresses, ids we gave and the order of classes; each
     * text without its white space.
     */
    private static List<String> outline(Element root) {
        var lines = new ArrayList<String>();
        root.traverse((node, depth) -> {
            if (node instanceof Element element) {
                var attributes = new TreeMap<String, String>();
                element.attributes()
                        .forEach(attribute ->
                                attributes.put(attribute.getKey(), attribute.getValue()));
                attributes.keySet().removeAll(List.of("src", "href", "style"));
                attributes.values().removeIf(value -> value.startsWith("ij"));
                lines.add(depth + element.tagName() + attributes);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                lines.add(depth + text.text().strip());
            }
        });
        return lines;
    }

    private static Path archive(String theme) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(RealSitesTest.class.getResource(theme + ".zip")).toURI());
    }

    private static String text(String theme, String file) throws IOException, URISyntaxException {
        try (var zip = new ZipFile(archive(theme).toFile())) {
            try (var stream = zip.getInputStream(zip.getEntry(theme + "/" + file))) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
