package io.jium.builder.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteLinksTest {

    @ParameterizedTest
    @CsvSource({
        "/, <index>",
        "/#top, <index>#top",
        "/menu, <menu>",
        "/menu?a=b#c, <menu>?a=b#c",
        "menu, <menu>",
        "menu.html, <menu>",
        "/menu.html#wine, <menu>#wine",
        "/오시는-길, <오시는-길>",
        "/en/, <en/index>",
        "/en/menu.html?a=b#c, <en/menu>?a=b#c",
        "/zh-TW/menu, <zh-tw/menu>",
    })
    void leadsToAnotherPage(String written, String shown) {
        assertThat(followed(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#top",
                "",
                "?page=2",
                "https://example.com/menu",
                "//example.com",
                "mailto:a@example.com",
                "tel:0511234567",
                "/builder/files/00/a.png",
                "/images/a.png",
                "/api/menu",
                "/en/a.png",
                "/en/menu/wine",
                "data:image/png;base64,AAAA",
                "a.png"
            })
    void leavesEverythingElse(String written) {
        assertThat(followed(written)).isEqualTo(written);
    }

    private static String followed(String written) {
        return SiteLinks.leadingTo(slug -> "<" + slug + ">").apply(written);
    }
}
