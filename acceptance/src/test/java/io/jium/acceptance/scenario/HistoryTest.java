package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InEveryTopology
class HistoryTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    HistoryTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aVersionIsShownAndNamed() {
        var page = site.addPage("named").expect(201);
        var second = site.save(page.id(), page.etag(), "Second").expect(200);
        site.save(page.id(), second.etag(), "Third").expect(200);

        var version = version(page.id(), 2);
        var whole = owner.get(version).expect(200);
        assertThat(whole.at("content/html").asString()).contains("Second");
        assertThat(whole.at("version/author_id").asLong()).isEqualTo(site.owner().id());
        assertThat(owner.get(version(page.id(), 77)).status()).isEqualTo(404);

        owner.put(version, Map.of("name", " 개업 전 ")).expect(200);
        assertThat(versions(page.id())).containsExactly("3:null", "2:개업 전", "1:null");
        assertThat(owner.put(version, Map.of("name", "n".repeat(101))).expect(422).errors())
                .containsExactly("name:size");
        owner.put(version, Map.of()).expect(200);
        assertThat(versions(page.id())).containsExactly("3:null", "2:null", "1:null");
    }

    @Test
    void whatIsBroughtBackIsTold() {
        var page = site.addPage("back").expect(201);
        var second = site.save(page.id(), page.etag(), "Second").expect(200);
        owner.with("If-Match", second.etag()).post(version(page.id(), 1) + "/restore").expect(200);
        var newest = owner.get(version(page.id(), 3)).expect(200);
        assertThat(newest.at("version/restored_version").asLong()).isEqualTo(1);
        assertThat(newest.at("content/html").asString()).doesNotContain("Second");
    }

    @Test
    void aDeletedPageLiesInTheTrash() {
        var page = site.addPage("gone").expect(201);
        site.save(page.id(), page.etag(), "Not forgotten").expect(200);
        owner.delete(path(page)).expect(204);

        assertThat(owner.get(path(page)).status()).isEqualTo(404);
        assertThat(owner.delete(path(page)).status()).isEqualTo(404);
        assertThat(owner.with("If-Match", "\"2\"").put(path(page), Map.of("title", "x")).status())
                .isEqualTo(404);
        assertThat(slugs()).doesNotContain("gone");
        assertThat(trash()).contains("gone");

        var back = owner.post("/builder/trash/" + page.id() + "/restore").expect(200);
        assertThat(back.at("slug").asString()).isEqualTo("gone");
        assertThat(back.etag()).isEqualTo("\"2\"");
        assertThat(html(page)).contains("Not forgotten");
        assertThat(trash()).doesNotContain("gone");
        assertThat(owner.post("/builder/trash/" + page.id() + "/restore").status()).isEqualTo(404);
    }

    @Test
    void anAddressIsFreeWhileItsPageIsInTheTrash() {
        var page = site.addPage("twice").expect(201);
        owner.delete(path(page)).expect(204);
        site.addPage("twice").expect(201);
        var back = owner.post("/builder/trash/" + page.id() + "/restore").expect(200);
        assertThat(back.at("slug").asString()).isEqualTo("twice-2");
        assertThat(slugs()).contains("twice", "twice-2");
    }

    @Test
    void whatIsDeletedForGoodIsGone() {
        var page = site.addPage("for-good").expect(201);
        assertThat(owner.delete("/builder/trash/" + page.id()).status()).isEqualTo(404);
        owner.delete(path(page)).expect(204);
        owner.delete("/builder/trash/" + page.id()).expect(204);
        assertThat(trash()).doesNotContain("for-good");
        assertThat(owner.post("/builder/trash/" + page.id() + "/restore").status()).isEqualTo(404);
    }

    @Test
    void whatIsInTheTrashIsNotPublished() {
        var page = site.addPage("published").expect(201);
        site.save(page.id(), page.etag(), "For everybody").expect(200);
        site.publish();
        jium.visitor(site.slug()).get("/published").expect(200);
        owner.delete(path(page)).expect(204);
        site.publish();
        jium.visitor(site.slug()).get("/published").expect(404);
    }

    @Test
    void aWholeSiteGoesBackInTime() {
        var mine = jium.customer().site();
        var client = mine.owner().client();
        var kept = mine.addPage("kept").expect(201);
        var swapped = mine.addPage("left").expect(201);
        var other = mine.addPage("right").expect(201);
        var deleted = mine.addPage("deleted").expect(201);
        var saved = mine.save(kept.id(), kept.etag(), "Before").expect(200);
        var then = client.get(version(kept.id(), 2)).expect(200).at("version/saved_at").asString();
        assertThat(saved.at("version").asLong()).isEqualTo(2);

        mine.save(kept.id(), saved.etag(), "After").expect(200);
        rename(client, swapped, "1", "between");
        rename(client, other, "1", "left");
        rename(client, swapped, "2", "right");
        client.delete("/builder/pages/" + deleted.id()).expect(204);
        var later = mine.addPage("later").expect(201);

        var path = "/builder/sites/%d/restore".formatted(mine.id());
        var restored = client.post(path, Map.of("at", then)).expect(200);
        assertThat(restored.at("changed").asInt()).isEqualTo(3);
        assertThat(restored.at("back").asInt()).isEqualTo(1);
        assertThat(restored.at("trashed").asInt()).isEqualTo(1);

        assertThat(slug(client, swapped)).isEqualTo("left");
        assertThat(slug(client, other)).isEqualTo("right");
        assertThat(slug(client, deleted)).isEqualTo("deleted");
        assertThat(client.get("/builder/pages/" + later.id()).status()).isEqualTo(404);
        assertThat(
                        client.get("/builder/pages/" + kept.id())
                                .expect(200)
                                .at("content/html")
                                .asString())
                .contains("Before");
        assertThat(client.get("/builder/pages/" + kept.id()).expect(200).etag()).isEqualTo("\"4\"");

        var again = client.post(path, Map.of("at", Instant.now().toString())).expect(200);
        assertThat(again.at("changed").asInt()).isZero();
        assertThat(client.post(path, Map.of("at", "2999-01-01T00:00:00Z")).expect(422).errors())
                .containsExactly("at:in_the_future");
    }

    @Test
    void whatThePagesAreIsMadeOfWhatHappened() {
        jium.administrator().client().post("/builder/pages/rebuild").expect(200);
        var again = jium.administrator().client().post("/builder/pages/rebuild").expect(200);
        assertThat(again.at("pages").asLong()).isPositive();
        assertThat(again.at("different").asLong()).isZero();
    }

    private static void rename(Client client, Answer page, String version, String slug) {
        client.with("If-Match", "\"" + version + "\"")
                .put(path(page), Map.of("slug", slug))
                .expect(200);
    }

    private static String slug(Client client, Answer page) {
        return client.get(path(page)).expect(200).at("slug").asString();
    }

    private static String path(Answer page) {
        return "/builder/pages/" + page.id();
    }

    private static String version(long page, long version) {
        return "/builder/pages/%d/versions/%d".formatted(page, version);
    }

    private String html(Answer page) {
        return owner.get(path(page)).expect(200).at("content/html").asString();
    }

    private List<String> slugs() {
        return owner
                .get("/builder/pages?limit=100&service_id=" + site.id())
                .expect(200)
                .data()
                .stream()
                .map(page -> page.at("/slug").asString())
                .toList();
    }

    private List<String> trash() {
        return owner.get("/builder/trash?service_id=" + site.id()).expect(200).data().stream()
                .map(page -> page.at("/slug").asString())
                .toList();
    }

    private List<String> versions(long page) {
        return owner.get("/builder/pages/%d/versions".formatted(page)).expect(200).data().stream()
                .map(version ->
                        "%d:%s"
                                .formatted(
                                        version.at("/version").asLong(),
                                        version.at("/name").isNull()
                                                ? null
                                                : version.at("/name").asString()))
                .toList();
    }
}
