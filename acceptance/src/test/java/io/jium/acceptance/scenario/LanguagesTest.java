package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InEveryTopology
class LanguagesTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;
    private final String address;

    LanguagesTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
        this.address = "/builder/sites/%d/languages".formatted(site.id());
    }

    @Test
    void aSiteGetsFurtherLanguages() {
        assertThat(owner.get(address).expect(200).at("further").size()).isZero();

        var answer =
                owner.put(
                                address,
                                Map.of(
                                        "main",
                                        "ko",
                                        "further",
                                        List.of(
                                                Map.of(
                                                        "language", "EN",
                                                        "seo_title", " A shop "),
                                                Map.of("language", "zh-tw"))))
                        .expect(200);
        assertThat(answer.at("main").asString()).isEqualTo("ko");
        assertThat(answer.at("further/0/language").asString()).isEqualTo("en");
        assertThat(answer.at("further/0/seo_title").asString()).isEqualTo("A shop");
        assertThat(answer.at("further/1/language").asString()).isEqualTo("zh-TW");
        assertThat(owner.get(address).expect(200).json()).isEqualTo(answer.json());
    }

    @Test
    void whatIsNoLanguageOrThereTwiceIsRefused() {
        assertThat(languages("xx").expect(422).errors()).containsExactly("further:unknown");
        assertThat(languages("en", "en").expect(422).errors()).containsExactly("further:taken");
        assertThat(languages("ko").expect(422).errors()).containsExactly("further:taken");
        assertThat(owner.put(address, Map.of()).expect(422).errors())
                .containsExactly("main:required", "further:required");
    }

    @Test
    void aLanguageWithPagesStays() {
        languages("en", "ja").expect(200);
        var translation = translate(site.homePage(), "en").expect(201);
        assertThat(languages("ja").expect(422).errors()).containsExactly("further:language_in_use");
        owner.delete("/builder/pages/" + translation.id()).expect(204);
        languages("ja").expect(200);
    }

    @Test
    void theAddressOfALanguageIsItsOwn() {
        var page = site.addPage("en").expect(201);
        assertThat(languages("en").expect(422).errors())
                .containsExactly("further:language_address_taken");
        owner.delete("/builder/pages/" + page.id()).expect(204);
        languages("en").expect(200);
        assertThat(site.addPage("en").expect(422).errors()).containsExactly("slug:reserved");
    }

    @Test
    void aTranslationIsACopyAtTheAddressOfItsLanguage() {
        languages("en").expect(200);
        var page = site.addPage("menu").expect(201);
        site.save(page.id(), page.etag(), "오늘의 차림").expect(200);

        var copy = translate(page.id(), "en").expect(201);
        assertThat(copy.at("slug").asString()).isEqualTo("menu");
        assertThat(copy.at("language").asString()).isEqualTo("en");
        assertThat(copy.at("path").asString()).isEqualTo("/en/menu");
        var read = owner.get("/builder/pages/" + copy.id()).expect(200);
        assertThat(read.at("content/html").asString()).contains("오늘의 차림");
        assertThat(read.at("translation_group"))
                .isEqualTo(
                        owner.get("/builder/pages/" + page.id())
                                .expect(200)
                                .at("translation_group"));

        assertThat(translate(page.id(), "en").expect(422).errors())
                .containsExactly("language:translated_already");
        assertThat(translate(page.id(), "ja").expect(422).errors())
                .containsExactly("language:language_unknown");
        owner.with("If-Match", copy.etag())
                .put("/builder/pages/" + copy.id(), Map.of("slug", "dishes"))
                .expect(200);
        assertThat(owner.get("/builder/pages/" + copy.id()).expect(200).at("path").asString())
                .isEqualTo("/en/dishes");
        translate(copy.id(), "ko").expect(422);
    }

    @Test
    void aPageOfALanguageAloneCanBeTranslatedIntoTheMainOne() {
        languages("en").expect(200);
        var page =
                owner.post(
                                "/builder/pages",
                                Map.of(
                                        "service_id", site.id(),
                                        "title", "Visa",
                                        "slug", "visa",
                                        "language", "en"))
                        .expect(201);
        assertThat(page.at("path").asString()).isEqualTo("/en/visa");
        assertThat(translate(page.id(), "ko").expect(201).at("path").asString()).isEqualTo("/visa");
    }

    @Test
    void aTranslationTakenOutOfTheTrashLeavesItsPlaceToTheNewerOne() {
        languages("en").expect(200);
        var page = site.addPage("menu").expect(201);
        var first = translate(page.id(), "en").expect(201);
        owner.delete("/builder/pages/" + first.id()).expect(204);
        var second = translate(page.id(), "en").expect(201);
        var back = owner.post("/builder/trash/%d/restore".formatted(first.id())).expect(200);
        assertThat(back.at("path").asString()).isEqualTo("/en/menu-2");
        assertThat(back.at("translation_group").asLong(0)).isZero();
        assertThat(
                        owner.get("/builder/pages/" + second.id())
                                .expect(200)
                                .at("translation_group")
                                .asLong(0))
                .isNotZero();
    }

    @Test
    void searchEnginesAreToldOfEveryLanguage() {
        owner.put(
                        address,
                        Map.of(
                                "main",
                                "ko",
                                "further",
                                List.of(
                                        Map.of(
                                                "language", "en",
                                                "seo_title", "A shop",
                                                "seo_description", "All in English."))))
                .expect(200);
        owner.put(
                        "/builder/settings/" + site.id(),
                        Map.of("seo_title", "가게", "seo_description", "모두 한국어로."))
                .expect(200);
        var page = site.addPage("메뉴").expect(201);
        translate(site.homePage(), "en").expect(201);
        owner.post(
                        "/builder/pages/%d/translations".formatted(page.id()),
                        Map.of("language", "en", "title", "Menu", "slug", "menu"))
                .expect(201);
        site.addPage("alone").expect(201);
        site.publish();

        var visitor = jium.visitor(site.slug());
        var base = canonical(visitor.get("/").expect(200)).replaceFirst("/$", "");
        var korean = visitor.get("/%EB%A9%94%EB%89%B4").expect(200);
        var english = visitor.get("/en/menu").expect(200);
        assertThat(korean.text())
                .contains("<html lang=\"ko\">", "모두 한국어로.", "content=\"ko_KR\"", " | 가게</title>");
        assertThat(english.text())
                .contains(
                        "<html lang=\"en\">",
                        "<title>Menu | A shop</title>",
                        "All in English.",
                        "content=\"en_US\"")
                .doesNotContain("모두 한국어로.");
        assertThat(canonical(english)).isEqualTo(base + "/en/menu");
        var alternates =
                List.of(
                        "ko " + base + "/%EB%A9%94%EB%89%B4",
                        "en " + base + "/en/menu",
                        "x-default " + base + "/%EB%A9%94%EB%89%B4");
        assertThat(alternates(korean)).isEqualTo(alternates);
        assertThat(alternates(english)).isEqualTo(alternates);
        assertThat(alternates(visitor.get("/en/").expect(200)))
                .containsExactly(
                        "ko " + base + "/", "en " + base + "/en/", "x-default " + base + "/");
        assertThat(alternates(visitor.get("/alone").expect(200))).isEmpty();
        assertThat(visitor.get("/en").status()).isEqualTo(308);

        assertThat(visitor.get("/sitemap.xml").expect(200).text())
                .contains(
                        "<loc>%s/en/</loc>".formatted(base),
                        "hreflang=\"en\" href=\"%s/en/menu\"/>".formatted(base),
                        "hreflang=\"x-default\" href=\"%s/%%EB%%A9%%94%%EB%%89%%B4\"/>"
                                .formatted(base),
                        "<loc>%s/alone</loc></url>".formatted(base));
    }

    @Test
    void linksOfATranslationLeadToTranslations() {
        languages("en").expect(200);
        var menu = site.addPage("menu").expect(201);
        site.addPage("alone").expect(201);
        var start = site.addPage("start").expect(201);
        owner.with("If-Match", start.etag())
                .put(
                        "/builder/pages/" + start.id(),
                        Map.of("content", Site.linkingTo("/menu#wine")))
                .expect(200);
        var copy = translate(start.id(), "en").expect(201);
        site.publish();
        assertThat(links("/en/start")).containsExactly("/menu#wine");

        owner.post(
                        "/builder/pages/%d/translations".formatted(menu.id()),
                        Map.of("language", "en", "slug", "dishes"))
                .expect(201);
        site.publish();
        assertThat(links("/en/start")).containsExactly("/en/dishes#wine");
        assertThat(links("/start")).containsExactly("/menu#wine");

        var preview = owner.get("/builder/pages/%d/preview".formatted(copy.id())).expect(200);
        var link =
                Pattern.compile("href=\"(/builder/previews/[^\"#]+)#wine\"")
                        .matcher(preview.text());
        assertThat(link.find()).as(preview.text()).isTrue();
        assertThat(jium.anybody().get(link.group(1)).expect(200).text())
                .contains("<html lang=\"en\">");
    }

    @Test
    void theSwitchIsFilledWhereverItIs() {
        var switched =
                Map.<String, Object>of(
                        "type", "language-switch", "classes", List.of("jm-languages"));
        var page = site.addPage("menu").expect(201);
        owner.with("If-Match", page.etag())
                .put("/builder/pages/" + page.id(), Map.of("content", Site.holding(switched)))
                .expect(200);
        site.publish();
        assertThat(jium.visitor(site.slug()).get("/menu").expect(200).text())
                .doesNotContain("<nav");

        languages("en", "ja").expect(200);
        translate(page.id(), "en").expect(201);
        translate(site.homePage(), "ja").expect(201);
        site.publish();
        assertThat(jium.visitor(site.slug()).get("/en/menu").expect(200).text())
                .contains(
                        "<nav aria-label=\"Language\" class=\"jm-languages\"><ul>"
                                + "<li><a href=\"/menu\" hreflang=\"ko\" lang=\"ko\">한국어</a></li>"
                                + "<li><a href=\"/en/menu\" hreflang=\"en\" lang=\"en\" aria-current=\"page\">English</a></li>"
                                + "<li><a href=\"/ja/\" hreflang=\"ja\" lang=\"ja\">日本語</a></li>"
                                + "</ul></nav>");
        assertThat(links("/menu")).containsExactly("/menu", "/en/menu", "/ja/");
    }

    @Test
    void theMenuLeadsToTranslationsAndIsCalledAsTheyAre() {
        languages("en").expect(200);
        var place =
                Map.<String, Object>of(
                        "tagName", "nav", "attributes", Map.of("data-jium-menu", ""));
        var page = site.addPage("menu").expect(201);
        owner.with("If-Match", page.etag())
                .put("/builder/pages/" + page.id(), Map.of("content", Site.holding(place)))
                .expect(200);
        owner.post(
                        "/builder/pages/%d/translations".formatted(page.id()),
                        Map.of("language", "en", "title", "Dishes", "slug", "dishes"))
                .expect(201);
        site.publish();
        assertThat(links("/menu")).containsExactly("/", "/menu");
        assertThat(links("/en/dishes")).containsExactly("/", "/en/dishes");
        assertThat(jium.visitor(site.slug()).get("/en/dishes").expect(200).text())
                .contains("<a href=\"/en/dishes\" aria-current=\"page\">Dishes</a>");
    }

    private Answer languages(String... further) {
        var listed = List.of(further).stream().map(tag -> Map.of("language", tag)).toList();
        return owner.put(address, Map.of("main", "ko", "further", listed));
    }

    private Answer translate(long page, String language) {
        return owner.post(
                "/builder/pages/%d/translations".formatted(page), Map.of("language", language));
    }

    private List<String> links(String path) {
        var html = jium.visitor(site.slug()).get(path).expect(200).text();
        return found(html, "<a [^>]*?href=\"([^\"]+)\"");
    }

    private static String canonical(Answer page) {
        return found(page.text(), "<link rel=\"canonical\" href=\"([^\"]+)\"").getFirst();
    }

    private static List<String> alternates(Answer page) {
        return found(page.text(), "<link rel=\"alternate\" hreflang=\"([^\"]+\" href=\"[^\"]+)\"")
                .stream()
                .map(found -> found.replace("\" href=\"", " "))
                .toList();
    }

    private static List<String> found(String html, String pattern) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile(pattern).matcher(html);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
