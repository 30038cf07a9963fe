package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether and when visitors see a site. */
@InEveryTopology
class VisibilityTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    VisibilityTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aSiteIsTakenOffTheNetAndPublishedAgain() {
        site.publish();
        seen(200);
        assertThat(show("offline").expect(200).at("visibility").asString()).isEqualTo("offline");
        seen(404);
        assertThat(korean().text()).contains("지금은 공개하지 않는 사이트예요");
        assertThat(english().text()).contains("This site isn’t public right now");

        assertThat(site.publish().at("visibility").asString()).isEqualTo("public");
        seen(200);
        assertThat(show("gone").expect(422).errors()).containsExactly("visibility:unknown");
    }

    @Test
    void aSiteThatIsBeingWorkedOnAsksVisitorsToComeBack() {
        site.publish();
        show("maintenance").expect(200);
        seen(503);
        assertThat(korean().header("Retry-After")).isEqualTo("600");
        assertThat(korean().text()).contains("사이트를 손보고 있어요");
        assertThat(english().text()).contains("We’re working on this site");

        assertThat(site.publish().at("visibility").asString()).isEqualTo("maintenance");
        seen(503);
        show("public").expect(200);
        seen(200);
    }

    @Test
    void aPublicationIsPlannedMovedCancelledAndCarriedOut() {
        assertThat(owner.get(status()).at("planned").isNull()).isTrue();
        plan(Instant.now().plus(Duration.ofDays(2))).expect(200);
        var later = Instant.now().plus(Duration.ofDays(3)).toString();
        assertThat(
                        owner.put(schedule(), Map.of("publish_at", later, "note", "Opening day"))
                                .expect(200)
                                .at("note")
                                .asString())
                .isEqualTo("Opening day");
        assertThat(owner.get(status()).at("planned/note").asString()).isEqualTo("Opening day");
        owner.delete(schedule()).expect(204);
        owner.delete(schedule()).expect(204);
        assertThat(owner.get(status()).at("planned").isNull()).isTrue();
        seen(404);

        plan(Instant.now().plus(Duration.ofSeconds(2))).expect(200);
        var live =
                Eventually.get(
                        "the planned publication",
                        () ->
                                java.util.Optional.of(owner.get(status()).expect(200))
                                        .filter(it -> !it.at("current").isNull()));
        assertThat(live.at("planned").isNull()).isTrue();
        seen(200);
    }

    @Test
    void aPlanIsForATimeWithinAYear() {
        assertThat(plan(Instant.now().minusSeconds(1)).expect(422).errors())
                .containsExactly("publish_at:in_the_past");
        assertThat(plan(Instant.now().plus(Duration.ofDays(400))).expect(422).errors())
                .containsExactly("publish_at:too_far");
    }

    private Answer plan(Instant time) {
        return owner.put(schedule(), Map.of("publish_at", time.toString()));
    }

    private String schedule() {
        return "/deploy/site/%d/schedule".formatted(site.id());
    }

    private String status() {
        return "/deploy/status/" + site.id();
    }

    private Answer show(String visibility) {
        return owner.put(
                "/deploy/site/%d/visibility".formatted(site.id()),
                Map.of("visibility", visibility));
    }

    private Answer korean() {
        return jium.visitor(site.slug()).with("Accept-Language", "ko").get("/");
    }

    private Answer english() {
        return jium.visitor(site.slug()).with("Accept-Language", "en").get("/");
    }

    private void seen(int status) {
        Eventually.holds("what visitors see", () -> korean().status() == status);
    }
}
