package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InEveryTopology
class PublishingTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    PublishingTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aPublishedSiteAnswersAtItsAddress() {
        assertThat(jium.visitor(site.slug()).get("/").status()).isIn(404, 503);
        var page = owner.get("/builder/pages/" + site.homePage()).expect(200);
        site.save(site.homePage(), page.etag(), "Hello, visitors").expect(200);
        site.addPage("about").expect(201);

        var status = site.publish();
        assertThat(status.at("last/status").asString()).isEqualTo("live");
        assertThat(status.at("last/progress").asInt()).isEqualTo(100);
        assertThat(status.at("last/pages").asInt()).isEqualTo(2);
        assertThat(status.at("current/id")).isEqualTo(status.at("last/id"));
        assertThat(status.at("url").asString()).contains(site.slug() + ".localhost");

        var visitor = jium.visitor(site.slug());
        assertThat(visitor.get("/").expect(200).text()).contains("Hello, visitors");
        visitor.get("/about").expect(200);
        visitor.get("/nowhere").expect(404);
        assertThat(visitor.get("/sitemap.xml").expect(200).text()).contains("/about");
        assertThat(visitor.get("/robots.txt").expect(200).text()).contains("Sitemap:");
        var published = owner.get("/builder/pages/" + site.homePage()).expect(200);
        assertThat(published.at("is_published").asBoolean()).isTrue();
        assertThat(published.at("published_at").isNull()).isFalse();
    }

    @Test
    void aSaveIsNotSeenBeforeItIsPublished() {
        var page = owner.get("/builder/pages/" + site.homePage()).expect(200);
        var first = site.save(site.homePage(), page.etag(), "First edition").expect(200);
        site.publish();
        site.save(site.homePage(), first.etag(), "Second edition").expect(200);
        assertThat(home()).contains("First edition");
        site.publish();
        assertThat(home()).contains("Second edition");
    }

    @Test
    void whoStillHasAnOldPageOpenFindsItsStyleSheet() {
        var first = publishStyled("color", "teal");
        var second = publishStyled("color", "navy");
        assertThat(second).isNotEqualTo(first);
        var visitor = jium.visitor(site.slug());
        assertThat(visitor.get(first).expect(200).text()).contains("teal");
        assertThat(visitor.get(second).expect(200).text()).contains("navy");
    }

    private String publishStyled(String property, String value) {
        var path = "/builder/pages/" + site.homePage();
        owner.with("If-Match", owner.get(path).expect(200).etag())
                .put(path, Map.of("content", Site.styled(property, value)))
                .expect(200);
        site.publish();
        var link = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(home());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void aReleaseCanBeReturnedTo() {
        var page = owner.get("/builder/pages/" + site.homePage()).expect(200);
        var saved = site.save(site.homePage(), page.etag(), "The good one").expect(200);
        site.publish();
        site.save(site.homePage(), saved.etag(), "The bad one").expect(200);
        site.publish();
        var releases =
                owner.get("/deploy/site/%d/releases".formatted(site.id())).expect(200).data();
        assertThat(releases)
                .extracting(r -> r.at("/is_live").asBoolean())
                .containsExactly(true, false);

        var good = releases.getLast().at("/id").asLong();
        var rollback =
                owner.post(
                                "/deploy/site/%d/rollback".formatted(site.id()),
                                Map.of("release_id", good))
                        .expect(202);
        site.end(rollback.id());
        assertThat(home()).contains("The good one");
        owner.post(
                        "/deploy/site/%d/rollback".formatted(site.id()),
                        Map.of("release_id", 999_999_999))
                .expectProblem(404, "not_found");
    }

    @Test
    void progressIsToldUntilTheEnd() {
        site.publish();
        var events =
                owner.with("Accept", "text/event-stream")
                        .get("/deploy/status/" + site.id())
                        .expect(200);
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text()).startsWith("event: status\ndata: {").contains("\"live\"");

        owner.post("/deploy/site/" + site.id(), Map.of("note", "the second")).expect(202);
        var watched =
                owner.with("Accept", "text/event-stream")
                        .get("/deploy/status/" + site.id())
                        .expect(200)
                        .text();
        var last = watched.substring(watched.lastIndexOf("data: "));
        assertThat(last).contains("\"live\"").contains("the second");
    }

    @Test
    void aSiteWithoutPagesCannotBePublishedAndStaysAsItIs() {
        site.publish();
        owner.delete("/builder/pages/" + site.homePage()).expect(204);
        var failed = site.publish();
        assertThat(failed.at("last/status").asString()).isEqualTo("failed");
        assertThat(failed.at("last/error/code").asString()).isEqualTo("nothing_to_publish");
        jium.visitor(site.slug()).get("/").expect(200);
    }

    private String home() {
        return jium.visitor(site.slug()).get("/").expect(200).text();
    }
}
