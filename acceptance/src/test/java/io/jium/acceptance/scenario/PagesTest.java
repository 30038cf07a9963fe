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
class PagesTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    PagesTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aPageIsAddedListedAndRead() {
        var added = site.addPage("about").expect(201);
        assertThat(added.at("version").asLong()).isEqualTo(1);
        assertThat(added.etag()).isEqualTo("\"1\"");

        var listed = owner.get("/builder/pages?service_id=" + site.id()).expect(200).data();
        assertThat(listed).extracting(p -> p.at("/slug").asString()).contains("index", "about");
        assertThat(listed).allSatisfy(page -> assertThat(page.has("content")).isFalse());

        var read = read(added.id());
        assertThat(read.at("content/project/pages").size()).isEqualTo(1);
        assertThat(read.at("content/html").isString()).isTrue();
        assertThat(read.at("content/css").isString()).isTrue();
    }

    @Test
    void aSaveMakesTheNextVersion() {
        var page = site.addPage("save").expect(201);
        var saved = site.save(page.id(), page.etag(), "First words").expect(200);
        assertThat(saved.etag()).isEqualTo("\"2\"");
        assertThat(saved.json().has("content")).isFalse();
        var read = read(page.id());
        assertThat(read.at("version").asLong()).isEqualTo(2);
        assertThat(read.at("content/html").asString()).contains("First words");
    }

    @Test
    void aLateSaveIsToldWhatIsThereNow() {
        var page = site.addPage("late").expect(201);
        site.save(page.id(), page.etag(), "Mine").expect(200);
        var late = site.save(page.id(), page.etag(), "Yours").expectProblem(412, "stale_version");
        assertThat(late.etag()).isEqualTo("\"2\"");
        assertThat(late.at("current/version").asLong()).isEqualTo(2);
        assertThat(late.at("current/content/html").asString()).contains("Mine");
        assertThat(read(page.id()).at("content/html").asString()).contains("Mine");
        site.save(page.id(), late.etag(), "Yours").expect(200);
    }

    @Test
    void aDoubledSaveIsOneSave() {
        var page = site.addPage("doubled").expect(201);
        site.save(page.id(), page.etag(), "Once").expect(200);
        var doubled = site.save(page.id(), page.etag(), "Once").expect(200);
        assertThat(doubled.etag()).isEqualTo("\"2\"");
        assertThat(versions(page.id())).containsExactly(2L, 1L);
    }

    @Test
    void aSaveWithoutAVersionIsRefused() {
        var page = site.addPage("blind").expect(201);
        owner.put("/builder/pages/" + page.id(), Map.of("title", "Blind"))
                .expectProblem(428, "precondition_required");
    }

    @Test
    void theAddressOfAPageIsItsOwn() {
        site.addPage("twin").expect(201);
        assertThat(site.addPage("twin").expect(422).errors()).containsExactly("slug:taken");
        var other = site.addPage("other").expect(201);
        assertThat(
                        owner.with("If-Match", other.etag())
                                .put("/builder/pages/" + other.id(), Map.of("slug", "twin"))
                                .expect(422)
                                .errors())
                .containsExactly("slug:taken");
        assertThat(site.addPage("admin").expect(422).errors()).containsExactly("slug:reserved");
        assertThat(site.addPage("소개-페이지").expect(201).at("slug").asString()).isEqualTo("소개-페이지");
    }

    @Test
    void mistakesAreToldInTheOrderOfTheForm() {
        for (var n = 0; n < 10; n++) {
            assertThat(owner.post("/builder/pages", Map.of()).expect(422).errors())
                    .containsExactly("service_id:required", "title:required", "slug:required");
        }
    }

    @Test
    void aDeletedPageIsGone() {
        var page = site.addPage("gone").expect(201);
        owner.delete("/builder/pages/" + page.id()).expect(204);
        owner.get("/builder/pages/" + page.id()).expectProblem(404, "not_found");
        owner.delete("/builder/pages/" + page.id()).expectProblem(404, "not_found");
        site.save(page.id(), page.etag(), "Ghost").expectProblem(404, "not_found");
        site.addPage("gone").expect(201);
    }

    @Test
    void anOldVersionCanBeRestored() {
        var page = site.addPage("history").expect(201);
        var second = site.save(page.id(), page.etag(), "Second").expect(200);
        var third = site.save(page.id(), second.etag(), "Third").expect(200);
        assertThat(versions(page.id())).containsExactly(3L, 2L, 1L);

        var restore = "/builder/pages/%d/versions/2/restore".formatted(page.id());
        owner.with("If-Match", second.etag()).post(restore).expectProblem(412, "stale_version");
        var restored = owner.with("If-Match", third.etag()).post(restore).expect(200);
        assertThat(restored.etag()).isEqualTo("\"4\"");
        assertThat(read(page.id()).at("content/html").asString()).contains("Second");
        owner.with("If-Match", restored.etag())
                .post("/builder/pages/%d/versions/77/restore".formatted(page.id()))
                .expectProblem(404, "not_found");
    }

    @Test
    void hostileContentIsMadeHarmlessOrRefused() {
        var page = site.addPage("hostile").expect(201);
        var saved =
                site.save(page.id(), page.etag(), "<script>alert(1)</script> &amp; <b>")
                        .expect(200);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(read(page.id()).at("content/html").asString()).doesNotContain("<script");
        owner.with("If-Match", saved.etag())
                .put(
                        "/builder/pages/" + page.id(),
                        Map.of("content", Map.of("project", Map.of("pages", "none"))))
                .expectProblem(422, "project_refused");
    }

    @Test
    void whatIsSavedCanBeRead() {
        var page = site.addPage("large").expect(201);
        var words = new ArrayList<Map<String, Object>>();
        for (var n = 0; n < 2_900; n++) {
            words.add(Map.of("tagName", "p", "attributes", Map.of("title", "x".repeat(300))));
        }
        var read = "x".repeat(60_000);
        for (var part : List.of("", read, read + read, read + read + read)) {
            var all = new ArrayList<>(words);
            all.add(Map.of("tagName", "p", "attributes", Map.of("title", part)));
            var wrapper = Map.of("type", "wrapper", "components", all);
            var frames = List.of(Map.of("component", wrapper));
            var project = Map.of("pages", List.of(Map.of("frames", frames)));
            var saved =
                    owner.with("If-Match", read(page.id()).etag())
                            .put(
                                    "/builder/pages/" + page.id(),
                                    Map.of("content", Map.of("project", project)));
            assertThat(saved.status()).isIn(200, 422);
            read(page.id());
        }
    }

    @Test
    void thePreviewShowsThePageInASandbox() {
        var page = site.addPage("preview").expect(201);
        site.save(page.id(), page.etag(), "To be seen").expect(200);
        var preview = owner.get("/builder/pages/%d/preview".formatted(page.id())).expect(200);
        assertThat(preview.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(preview.header("Cache-Control")).contains("no-store");
        assertThat(preview.header("Content-Security-Policy"))
                .contains("sandbox")
                .doesNotContain("allow-same-origin");
        assertThat(preview.text()).startsWithIgnoringCase("<!doctype html>").contains("To be seen");
    }

    @Test
    void linksOfAPreviewLeadToPreviewsOfTheSitesOtherPages() {
        var target = site.addPage("target").expect(201);
        site.save(target.id(), target.etag(), "Arrived").expect(200);
        var start = site.addPage("start").expect(201);
        var save = owner.with("If-Match", start.etag());
        save.put("/builder/pages/" + start.id(), Map.of("content", Site.linkingTo("/target")))
                .expect(200);
        var preview = owner.get("/builder/pages/%d/preview".formatted(start.id())).expect(200);
        var link = Pattern.compile("href=\"(/builder/previews/[^\"]+)\"").matcher(preview.text());
        assertThat(link.find()).as(preview.text()).isTrue();

        // A preview's origin is none, so its links come without a cookie or a token.
        var linked = jium.anybody().get(link.group(1)).expect(200);
        assertThat(linked.text()).contains("Arrived");
        assertThat(linked.header("Content-Security-Policy"))
                .contains("sandbox")
                .doesNotContain("allow-same-origin");
        assertThat(linked.header("Cache-Control")).contains("no-store");
        var nowhere = link.group(1).replace("/target", "/nowhere");
        jium.anybody().get(nowhere).expectProblem(404, "not_found");
        var seen = jium.anybody().with("Sec-Fetch-Dest", "iframe").get(nowhere).expect(404);
        assertThat(seen.header("Content-Type")).startsWithIgnoringCase("text/html");
        jium.anybody()
                .get(link.group(1).replace("/target", "x/target"))
                .expectProblem(404, "not_found");
    }

    @Test
    void settingsAreReplacedAsAWhole() {
        var path = "/builder/settings/" + site.id();
        owner.get(path).expect(200);
        var wanted =
                Map.of(
                        "seo_title", "제목",
                        "seo_description", "A description",
                        "custom_css", "p { color: teal }",
                        "meta_tags", java.util.List.of(Map.of("name", "author", "content", "지음")));
        owner.put(path, wanted).expect(200);
        var read = owner.get(path).expect(200);
        assertThat(read.at("seo_title").asString()).isEqualTo("제목");
        assertThat(read.at("meta_tags/0/content").asString()).isEqualTo("지음");
        owner.put(path, Map.of("seo_title", "Only this")).expect(200);
        assertThat(owner.get(path).at("custom_css").isNull()).isTrue();
        assertThat(owner.put(path, Map.of("seo_title", "x".repeat(256))).expect(422).errors())
                .containsExactly("seo_title:size");
    }

    private Answer read(long page) {
        return owner.get("/builder/pages/" + page).expect(200);
    }

    private java.util.List<Long> versions(long page) {
        return owner.get("/builder/pages/%d/versions".formatted(page)).expect(200).data().stream()
                .map(version -> version.at("/version").asLong())
                .toList();
    }
}
