package io.jium.acceptance.degradation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import io.jium.acceptance.degradation.Degradation.Outcome;
import io.jium.acceptance.endpoint.Belongings;
import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.acceptance.endpoint.Rightly;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.ServicesApart;
import io.jium.acceptance.reference.Reference;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stops each service in turn, and calls every endpoint meanwhile and afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DegradationTest {

    /** What would leave nothing to look at afterwards. */
    private static final Set<String> LEAVING =
            Set.of(
                    "DELETE /auth/profile",
                    "DELETE /payment/services/{id}",
                    "POST /payment/services/{id}/archive",
                    "POST /payment/services/{id}/restore",
                    "POST /payment/services/{id}/trash",
                    "PUT /deploy/site/{serviceId}/visibility");

    private final ServicesApart apart = new ServicesApart();
    private final Installation jium = apart.installation();

    @AfterAll
    void stop() {
        apart.close();
    }

    static Stream<String> services() {
        return Product.services().stream();
    }

    @Test
    void theTableIsTheProvenOne() throws IOException {
        new Reference("../degradation.md", Degradation.page()).check();
    }

    @ParameterizedTest
    @MethodSource("services")
    void withoutOneServiceTheRestDoesWhatTheTableSays(String away) {
        var own = whole();
        var leaving = whole();
        var admin = jium.administrator();
        var bystander = jium.customer();
        var postponed = new ArrayList<Runnable>();
        var wrong = new ArrayList<String>();

        Answer seen;
        apart.stop(away);
        try {
            if (away.equals("auth")) {
                awaitForgetting(own, admin);
            }
            for (var endpoint : inOrder()) {
                var belongings = LEAVING.contains(endpoint.name()) ? leaving : own;
                var expected = Degradation.of(endpoint, away);
                var before = expected == Outcome.REFUSED ? contents() : Map.<String, String>of();
                var answer = call(endpoint, belongings, admin, expected);
                var fault = fault(endpoint, expected, answer, away, before);
                if (fault != null) {
                    wrong.add("%s without %s: %s".formatted(endpoint, away, fault));
                }
                Degradation.postponed(endpoint, away)
                        .ifPresent(one ->
                                postponed.add(() ->
                                        one.proof().made(jium, belongings, answer.orElseThrow())));
            }
            seen = jium.visitor(own.site().slug()).get("/");
        } finally {
            apart.start(away);
        }

        assertThat(wrong).isEmpty();
        seen.expect(200);
        Eventually.holds(
                "a token of before",
                () -> {
                    var answer = bystander.client().get("/payment/services");
                    assertThat(answer.status())
                            .as("signed out by it: %s", answer)
                            .isNotEqualTo(401);
                    return answer.status() == 200;
                });
        // Nobody is to wait until all is tried again.
        jium.clock().advance(Duration.ofMinutes(15));
        postponed.forEach(Runnable::run);
        everythingWorks(whole(), admin, away);
    }

    @Test
    void aDeploymentWaitsForTheBuilderAndUndoesNothingThatCameLater() {
        var own = whole();
        var client = own.customer().client();
        var deploy = "/deploy/site/" + own.site().id();
        own.site().save(own.page(), own.withCurrentVersion().etag(), "Waited for").expect(200);
        var other = whole();

        apart.stop("builder");
        var waiting = client.post(deploy).expect(202);
        var overtaken =
                other.customer().client().post("/deploy/site/" + other.site().id()).expect(202);
        other.customer()
                .client()
                .post(
                        "/deploy/site/%d/rollback".formatted(other.site().id()),
                        Map.of("release_id", other.release()))
                .expect(202);
        Eventually.holds(
                "rollback without a builder",
                () -> shown(other).at("last/status").asString().equals("live"));
        assertThat(shown(own).at("last/finished_at").isNull()).isTrue();
        apart.start("builder");

        assertThat(own.site().end(waiting.id()).at("last/status").asString()).isEqualTo("live");
        assertThat(jium.visitor(own.site().slug()).get("/own").expect(200).text())
                .contains("Waited for");
        Eventually.holds(
                "end of the overtaken deployment",
                () ->
                        jium.databases()
                                .query(
                                        "deploy",
                                        "select error_code from deployments where id = "
                                                + overtaken.id())
                                .equals(List.of("publish_overtaken")));
    }

    /** What auth has said of a session is remembered for half a second. */
    private static void awaitForgetting(Belongings own, Customer admin) {
        for (var customer : List.of(own.customer(), admin)) {
            for (var service : Product.services()) {
                if (!service.equals("auth")) {
                    Eventually.holds(
                            "refusal of " + service,
                            () -> customer.client().get("/" + service + "/x").status() == 503);
                }
            }
        }
    }

    private static Answer shown(Belongings site) {
        return site.customer().client().get("/deploy/status/" + site.site().id()).expect(200);
    }

    /** Reading first: a stream of progress ends only when nothing is under way. */
    private static List<Endpoint> inOrder() {
        return Endpoints.ofThePublic().stream()
                .sorted(
                        Comparator.comparing(Endpoint::isWriting)
                                .thenComparing(Rightly.DESTRUCTIVE_LAST))
                .toList();
    }

    /** Nothing when nobody answers, not even the gateway. */
    private Optional<Answer> call(
            Endpoint endpoint, Belongings own, Customer admin, Outcome expected) {
        try {
            return Optional.of(
                    expected == Outcome.SILENT
                            ? Calls.of(endpoint)
                                    .orElseThrow()
                                    .call()
                                    .apply(own)
                                    .send(endpoint, own.customer().client())
                            : Rightly.call(endpoint, own, admin, jium));
        } catch (UncheckedIOException nobody) {
            return Optional.empty();
        }
    }

    private @Nullable String fault(
            Endpoint endpoint,
            Outcome expected,
            Optional<Answer> answer,
            String away,
            Map<String, String> before) {
        return switch (expected) {
            case SILENT -> faultOfTheGateway(answer);
            case REFUSED -> faultOfARefusal(answer.orElseThrow(), away, before);
            case WORKS, LATER ->
                    Rightly.isAnswered(endpoint, answer.orElseThrow()) ? null : answer.toString();
        };
    }

    private static @Nullable String faultOfTheGateway(Optional<Answer> answer) {
        return answer.isEmpty() || answer.get().code().equals("bad_gateway")
                ? null
                : answer.toString();
    }

    private @Nullable String faultOfARefusal(
            Answer answer, String away, Map<String, String> before) {
        if (answer.status() != 503
                || !answer.code().equals("service_unavailable")
                || !answer.at("service").asString("").equals(away)
                || answer.header("Retry-After").isEmpty()
                || !answer.missingProblemMembers().isEmpty()) {
            return answer.toString();
        }
        return contents().equals(before) ? null : "it is refused, and has done something";
    }

    private Map<String, String> contents() {
        return jium.databases().contents(Product.services());
    }

    /** Somebody with a whole site: only made when all services do what they should. */
    private Belongings whole() {
        return Eventually.get(
                "whole site",
                () -> {
                    try {
                        return Optional.of(Belongings.of(jium));
                    } catch (AssertionError notYet) {
                        return Optional.empty();
                    }
                });
    }

    private void everythingWorks(Belongings own, Customer admin, String after) {
        var wrong = new ArrayList<String>();
        for (var endpoint : inOrder()) {
            var answer = Rightly.call(endpoint, own, admin, jium);
            if (!Rightly.isAnswered(endpoint, answer)) {
                wrong.add("%s after %s is back: %s".formatted(endpoint, after, answer));
            }
        }
        assertThat(wrong).isEmpty();
    }
}
