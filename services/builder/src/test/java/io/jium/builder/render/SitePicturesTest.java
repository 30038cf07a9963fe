package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.asset.FocalPoint;
import io.jium.builder.asset.SitePicture;
import io.jium.builder.asset.SitePicture.Variant;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SitePicturesTest {

    private static final String SHA256 = "a".repeat(64);
    private static final String ADDRESS = "/builder/files/" + SHA256 + "/sea.jpg";

    @Test
    void aPictureIsPrintedWithItsSizeAndSmallerOnes() {
        var page = render("{'src': '%s'}", 30);
        assertThat(page.body())
                .isEqualTo(
                        """
                        <img src="/builder/files/%1$s/sea.jpg" alt="바다" width="2560" height="1440" data-natural \
                        decoding="async" fetchpriority="high" \
                        srcset="/builder/files/v/sea-480.webp 480w, /builder/files/v/sea-1920.webp 1920w, \
                        /builder/files/%1$s/sea.jpg 2560w" sizes="(max-width: 2560px) 100vw, 2560px" \
                        data-focus="30 50"/>\
                        """
                                .formatted(SHA256));
        assertThat(page.pictureCss())
                .isEqualTo(
                        ":where(img[data-focus=\"30 50\"]){object-position:30% 50%}"
                                + ":where(img[data-natural]){max-width:100%;height:auto}");
    }

    @Test
    void whatTheAuthorHasSetStays() {
        var page =
                render(
                        """
                        {'src': '%s', 'alt': '', 'height': '90', 'loading': 'eager', 'decoding': 'sync', 'srcset': '/x.jpg 2x'}
                        """,
                        50);
        assertThat(page.body())
                .isEqualTo(
                        "<img src=\"%s\" alt=\"\" height=\"90\" loading=\"eager\" decoding=\"sync\" srcset=\"/x.jpg 2x\"/>"
                                .formatted(ADDRESS));
        assertThat(page.pictureCss()).isEmpty();
    }

    @Test
    void whatIsFarBelowIsLoadedLate() {
        var image = "{'type': 'image', 'attributes': {'src': '%s'}}".formatted(ADDRESS);
        var page = page(String.join(",", List.of(image, image, image, image)), "", picture(50));
        assertThat(page.body().split("<img", -1)).hasSize(5);
        assertThat(page.body().split("loading=\"lazy\"", -1)).hasSize(2);
        assertThat(page.body()).contains("sizes=\"auto, (max-width: 2560px)");
        assertThat(page.body().split("fetchpriority=\"high\"", -1)).hasSize(2);
    }

    @Test
    void theAuthorsFirstPictureIsTheOnlyFirst() {
        var first = "{'type': 'image', 'attributes': {'src': '/x.png', 'fetchpriority': 'high'}}";
        var image = "{'type': 'image', 'attributes': {'src': '%s'}}".formatted(ADDRESS);
        var page = page(image + "," + first, "", picture(50));
        assertThat(page.body().split("fetchpriority=\"high\"", -1)).hasSize(2);
    }

    @Test
    void whereAPictureIsShownWholeNothingIsMoved() {
        var image =
                "{'type': 'image', 'classes': ['whole'], 'attributes': {'src': '%s'}}"
                        .formatted(ADDRESS);
        var rule = "{'selectors': ['whole'], 'style': {'object-fit': 'contain'}}";
        assertThat(page(image, rule, picture(10)).body()).doesNotContain("data-focus");
        assertThat(page(image, "", picture(10)).body()).contains("data-focus");
    }

    @Test
    void aPageWithoutPicturesOfItsSiteIsPrintedAsTheEditorDoes() {
        var image = "{'type': 'image', 'attributes': {'src': '%s'}}".formatted(ADDRESS);
        assertThat(page(image, "", Map.of()).body()).isEqualTo("<img src=\"%s\"/>", ADDRESS);
    }

    private static RenderedPage render(String attributes, int focalX) {
        var image =
                "{'type': 'image', 'attributes': " + attributes.formatted(ADDRESS).strip() + "}";
        return page(image, "", picture(focalX));
    }

    private static Map<String, SitePicture> picture(int focalX) {
        return Map.of(
                SHA256,
                new SitePicture(
                        SHA256,
                        ADDRESS,
                        2_560,
                        1_440,
                        "바다",
                        new FocalPoint(focalX, 50),
                        List.of(
                                new Variant("/builder/files/v/sea-480.webp", 480, 270, 1),
                                new Variant("/builder/files/v/sea-1920.webp", 1_920, 1_080, 2))));
    }

    private static RenderedPage page(
            String components, String rules, Map<String, SitePicture> pictures) {
        var json =
                """
                {'styles': [%s], 'pages': [{'frames': [{'component': {'type': 'wrapper', 'components': [%s]}}]}]}
                """
                        .formatted(rules, components)
                        .replace('\'', '"');
        var parsed = ProjectParser.parse(new JsonMapper().readTree(json));
        return PageRenderer.render(((ParsedProject.Accepted) parsed).project(), pictures);
    }
}
