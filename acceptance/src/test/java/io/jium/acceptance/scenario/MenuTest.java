package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One menu for a site, printed wherever a page has a place for it. */
@InEveryTopology
class MenuTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    MenuTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aPageThatIsRenamedIsRenamedInEveryMenu() {
        var about = site.addPage("about").expect(201);
        place(site.homePage());
        place(about.id());
        var below = Map.of("label", "Team <us>", "page_id", about.id(), "anchor", "team");
        menu(
                        Map.of("page_id", site.homePage()),
                        Map.of("page_id", about.id(), "children", List.of(below)),
                        Map.of(
                                "label",
                                "Shop",
                                "url",
                                "https://example.com/?a=1&b=2",
                                "new_tab",
                                true),
                        Map.of(
                                "label",
                                "More",
                                "children",
                                List.of(Map.of("label", "Call", "url", "tel:021234"))))
                .expect(200);
        site.publish();
        assertThat(visited("/about"))
                .contains("<a href=\"/about\" aria-current=\"page\">Page about</a>")
                .contains("<a href=\"/about#team\">Team &lt;us&gt;</a>")
                .contains(
                        "<a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">Shop</a>")
                .contains("<button type=\"button\">More</button>", "href=\"tel:021234\"")
                .doesNotContain("stand-in");

        var now = owner.get("/builder/pages/" + about.id()).expect(200);
        owner.with("If-Match", now.etag())
                .put("/builder/pages/" + about.id(), Map.of("title", "Who we are", "slug", "who"))
                .expect(200);
        site.publish();
        assertThat(visited("/")).contains("<a href=\"/who\">Who we are</a>");
        assertThat(preview()).contains("Who we are").contains("/builder/previews/");

        owner.delete("/builder/pages/" + about.id()).expect(204);
        site.publish();
        assertThat(visited("/")).doesNotContain("/who\"").contains("Shop");
    }

    @Test
    void aMenuThatNobodyMadeListsThePages() {
        site.addPage("about").expect(201);
        place(site.homePage());
        var menu = owner.get("/builder/menus/" + site.id()).expect(200);
        assertThat(menu.at("automatic").asBoolean()).isTrue();
        assertThat(menu.at("entries").size()).isEqualTo(2);
        assertThat(preview()).contains("Page about", "aria-current=\"page\"");
        menu(Map.of("label", "Only this", "url", "/x")).expect(200);
        assertThat(preview()).contains("Only this").doesNotContain("Page about");
        menu().expect(200);
        assertThat(preview()).contains("Page about");
    }

    @Test
    void aMenuThatCannotBeIsRefused() {
        var deep =
                Map.of(
                        "label",
                        "c",
                        "url",
                        "/c",
                        "children",
                        List.of(Map.of("label", "d", "url", "/d")));
        assertThat(
                        menu(
                                        Map.of("url", "/a"),
                                        Map.of("label", "b", "url", "javascript:alert(1)"),
                                        Map.of("label", "b", "url", "//example.com"),
                                        Map.of("page_id", 4_711_000),
                                        Map.of("label", "b", "anchor", "a b"),
                                        Map.of("label", "b", "children", List.of(deep)))
                                .expect(422)
                                .errors())
                .containsExactly(
                        "entries.0.label:required",
                        "entries.1.url:invalid",
                        "entries.2.url:invalid",
                        "entries.3.page_id:unknown",
                        "entries.4.anchor:invalid",
                        "entries.5.children.0.children:too_deep");
    }

    @Test
    void aPageOfAnotherSiteIsNoneOfTheMenu() {
        var theirs = jium.customer().site().homePage();
        assertThat(menu(Map.of("page_id", theirs)).expect(422).errors())
                .containsExactly("entries.0.page_id:unknown");
    }

    private void place(long page) {
        var sample = Map.of("type", "textnode", "content", "stand-in");
        var nav =
                Map.of(
                        "tagName",
                        "nav",
                        "attributes",
                        Map.of("data-jium-menu", "main"),
                        "components",
                        List.of(sample));
        var frame = Map.of("component", Map.of("type", "wrapper", "components", List.of(nav)));
        var project = Map.of("pages", List.of(Map.of("frames", List.of(frame))));
        var now = owner.get("/builder/pages/" + page).expect(200);
        owner.with("If-Match", now.etag())
                .put("/builder/pages/" + page, Map.of("content", Map.of("project", project)))
                .expect(200);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private Answer menu(Map<String, Object>... entries) {
        return owner.put("/builder/menus/" + site.id(), Map.of("entries", List.of(entries)));
    }

    private String preview() {
        return owner.get("/builder/pages/%d/preview".formatted(site.homePage())).expect(200).text();
    }

    private String visited(String path) {
        return jium.visitor(site.slug()).get(path).expect(200).text();
    }
}
