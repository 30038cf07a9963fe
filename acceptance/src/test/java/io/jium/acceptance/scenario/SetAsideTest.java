package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sites and pages once more, in the archive and in the trash. */
@InEveryTopology
class SetAsideTest {

    private final Installation jium;
    private final Customer customer;
    private final Client owner;

    SetAsideTest(Topology topology) {
        this.jium = topology.installation();
        this.customer = jium.customer();
        this.owner = customer.client();
    }

    @Test
    void anArchivedSiteIsOutOfSightAndComesBackAsItWas() {
        var site = customer.site();
        site.publish();
        seen(site, 200);
        assertThat(to(site, "archive").at("status").asString()).isEqualTo("archived");
        to(site, "archive");
        seen(site, 404);
        assertThat(listed("")).isEmpty();
        assertThat(listed("?status=archived")).containsExactly(site.id());
        owner.post("/deploy/site/" + site.id()).expectProblem(409, "site_closed");

        assertThat(to(site, "restore").at("status").asString()).isEqualTo("active");
        seen(site, 200);
        assertThat(listed("")).containsExactly(site.id());
        site.publish();
    }

    @Test
    void aSiteIsTakenOutOfTheTrashOrDeletedForGood() {
        var site = customer.site();
        site.publish();
        var trashed = to(site, "trash");
        assertThat(trashed.at("status").asString()).isEqualTo("trashed");
        assertThat(trashed.at("gone_at").isNull()).isFalse();
        seen(site, 404);
        assertThat(listed("?status=trashed")).containsExactly(site.id());
        to(site, "restore");
        seen(site, 200);

        to(site, "trash");
        owner.delete("/payment/services/" + site.id()).expect(204);
        assertThat(listed("?status=trashed")).isEmpty();
        owner.get("/builder/settings/" + site.id()).expect(404);
        owner.post("/payment/services/%d/restore".formatted(site.id())).expect(404);
        assertThat(owner.get("/payment/services?status=lost").expect(422).errors())
                .containsExactly("status:unknown");
    }

    @Test
    void aPlannedPublicationEndsWhenTheSiteIsSetAside() {
        var site = customer.site();
        owner.put(
                        "/deploy/site/%d/schedule".formatted(site.id()),
                        Map.of("publish_at", java.time.Instant.now().plusSeconds(3_600).toString()))
                .expect(200);
        to(site, "archive");
        to(site, "restore");
        assertThat(owner.get("/deploy/status/" + site.id()).at("planned").isNull()).isTrue();
    }

    @Test
    void aPageIsMadeOnceMore() {
        var site = customer.site();
        var about = site.addPage("about").expect(201);
        site.save(about.id(), about.etag(), "About us").expect(200);
        var copy = owner.post("/builder/pages/%d/duplicate".formatted(about.id())).expect(201);
        assertThat(copy.at("slug").asString()).isEqualTo("about-2");
        assertThat(copy.at("title").asString()).startsWith("Page about ");
        var second = owner.post("/builder/pages/%d/duplicate".formatted(about.id())).expect(201);
        assertThat(second.at("slug").asString()).isEqualTo("about-3");
        var home = owner.post("/builder/pages/%d/duplicate".formatted(site.homePage())).expect(201);
        assertThat(home.at("slug").asString()).isEqualTo("home-2");
        assertThat(owner.get("/builder/pages/" + copy.id()).at("content/html").asString())
                .contains("About us");
    }

    @Test
    void aSiteIsMadeOnceMore() {
        var site = customer.site();
        var lost = site.addPage("lost").expect(201);
        site.upload("own.gif", Calls.PICTURE).expect(201);
        owner.put(
                        "/builder/settings/" + site.id(),
                        Map.of("seo_title", "The first", "not_found_page_id", lost.id()))
                .expect(200);
        owner.put(
                        "/builder/redirects/" + site.id(),
                        Map.of("redirects", List.of(Map.of("from", "/old", "to", "/"))))
                .expect(200);
        owner.put(
                        "/builder/menus/" + site.id(),
                        Map.of("entries", List.of(Map.of("page_id", lost.id()))))
                .expect(200);

        var order = order("copy-of-" + site.id(), site.id());
        var copy = owner.post("/payment/subscribe", order).expect(201).at("service/id").asLong();
        var pages = owner.get("/builder/pages?service_id=" + copy).expect(200).data();
        assertThat(pages)
                .extracting(page -> page.at("/slug").asString())
                .containsExactlyInAnyOrder("index", "lost");
        assertThat(owner.get("/builder/assets?service_id=" + copy).data()).hasSize(1);
        var settings = owner.get("/builder/settings/" + copy).expect(200);
        assertThat(settings.at("seo_title").asString()).isEqualTo("The first");
        var lostAgain =
                pages.stream()
                        .filter(page -> page.at("/slug").asString().equals("lost"))
                        .findFirst()
                        .orElseThrow()
                        .at("/id")
                        .asLong();
        assertThat(settings.at("not_found_page_id").asLong())
                .isEqualTo(lostAgain)
                .isNotEqualTo(lost.id());
        assertThat(owner.get("/builder/redirects/" + copy).at("redirects").size()).isEqualTo(1);
        assertThat(owner.get("/builder/menus/" + copy).at("entries/0/page_id").asLong())
                .isEqualTo(lostAgain);

        var theirs = jium.customer().site();
        assertThat(
                        owner.post("/payment/subscribe", order("stolen-" + site.id(), theirs.id()))
                                .expect(422)
                                .errors())
                .containsExactly("copy_of:unknown");
    }

    private static Map<String, Object> order(String slug, long copyOf) {
        return Map.of(
                "plan_type",
                "enterprise",
                "copy_of",
                copyOf,
                "service",
                Map.of("name", "Once more", "slug", slug));
    }

    private Answer to(Site site, String way) {
        return owner.post("/payment/services/%d/%s".formatted(site.id(), way)).expect(200);
    }

    private List<Long> listed(String query) {
        return owner.get("/payment/services" + query).expect(200).data().stream()
                .map(site -> site.at("/id").asLong())
                .toList();
    }

    private void seen(Site site, int status) {
        Eventually.holds(
                "what visitors see", () -> jium.visitor(site.slug()).get("/").status() == status);
    }
}
