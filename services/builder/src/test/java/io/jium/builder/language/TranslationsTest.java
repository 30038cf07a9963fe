package io.jium.builder.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.language.SiteLanguages.Further;
import io.jium.builder.language.Translations.Choice;
import io.jium.builder.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final SiteLanguages LANGUAGES =
            new SiteLanguages("ko", List.of(further("en"), further("ja"), further("zh-TW")));

    private final Page home = page(1, "index", "ko", 100L);
    private final Page englishHome = page(2, "en/index", "en", 100L);
    private final Page menu = page(3, "메뉴", "ko", 200L);
    private final Page englishMenu = page(4, "en/menu", "en", 200L);
    private final Page alone = page(5, "alone", "ko", null);
    private final Page taiwan = page(6, "zh-tw/index", "zh-TW", null);
    private final Translations translations =
            Translations.among(
                    List.of(home, englishHome, menu, englishMenu, alone, taiwan), LANGUAGES);

    @Test
    void findsThePageInEachLanguageTheMainOneFirst() {
        assertThat(translations.of(englishMenu)).containsExactly(menu, englishMenu);
        assertThat(translations.of(alone)).containsExactly(alone);
        assertThat(translations.in("ja", menu)).isEmpty();
    }

    @Test
    void aLinkLeadsToTheTranslationWhereThereIsOne() {
        assertThat(translations.path("메뉴", englishHome)).isEqualTo("/en/menu");
        assertThat(translations.path("%EB%A9%94%EB%89%B4", englishHome)).isEqualTo("/en/menu");
        assertThat(translations.path("index", englishMenu)).isEqualTo("/en/");
        assertThat(translations.path("en", englishMenu)).isEqualTo("/en/");
        assertThat(translations.path("alone", englishMenu)).isEqualTo("/alone");
        assertThat(translations.path("en/menu", taiwan)).isEqualTo("/en/menu");
        assertThat(translations.path("100%", englishMenu)).isEqualTo("/100%");
    }

    @Test
    void whereAPageIsNotTranslatedTheHomePageOfTheLanguageIsOffered() {
        assertThat(translations.choices(menu))
                .containsExactly(
                        new Choice("ko", "/메뉴", true),
                        new Choice("en", "/en/menu", false),
                        new Choice("zh-TW", "/zh-tw/", false));
        assertThat(translations.choices(alone))
                .extracting(Choice::path)
                .containsExactly("/alone", "/en/", "/zh-tw/");
    }

    @Test
    void aSiteOfOneLanguageOffersNothingElse() {
        var single = Translations.among(List.of(home, alone), new SiteLanguages("ko", List.of()));
        assertThat(single.choices(alone)).hasSize(1);
    }

    private static Further further(String tag) {
        return new Further(tag, null, null);
    }

    private static Page page(long id, String slug, String language, @Nullable Long group) {
        return new Page(
                id, 1, "Page " + id, slug, 1, false, null, Instant.EPOCH, null, language, group);
    }
}
