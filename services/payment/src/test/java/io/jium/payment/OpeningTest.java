package io.jium.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.fakes.Elsewhere;
import io.jium.fakes.FakeAuth;
import io.jium.fakes.FakeBuilder;
import io.jium.fakes.FakeDeploy;
import io.jium.platform.events.auth.AuthService;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

/** A death before and after each thing that is done elsewhere, and both ways end all the same. */
@ParameterizedClass(name = "{0}")
@EnumSource(Database.class)
class OpeningTest {

    private static final List<Class<?>> SERVICES =
            List.of(FakeAuth.class, PaymentService.class, FakeBuilder.class, FakeDeploy.class);

    /** Longer than who begins a saga has it for himself. */
    private static final Duration LATER = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock();
    private final Database database;
    private RunningHost host;

    OpeningTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        Elsewhere.clear();
        host = RunningHost.start(SERVICES, database, Map.of(), clock);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aDeathAtAnyPointOfTheWayThereLosesAndDoublesNothing() {
        var points = points("user", "pages", "room");
        for (var n = 0; n < points.size(); n++) {
            Elsewhere.plan(points.get(n), Elsewhere.Killed::new);
            assertThat(open("there-" + n).status()).as(points.get(n)).isEqualTo(500);
        }
        host.restart();
        clock.advance(LATER);
        Eventually.holds("all sites", () -> services("active").size() == points.size());
        assertThat(services("provisioning")).isEmpty();
        // One user, one set of pages and one room for each.
        assertThat(Elsewhere.things()).hasSize(3 * points.size());
        assertThat(rows("select id from subscriptions")).hasSize(points.size());
        assertThat(rows("select about from outbox_events where type = 'payment.ServiceCreated'"))
                .hasSize(points.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void aDeathAtAnyPointOfTheWayBackLeavesNothing() {
        var points = points("undo room", "undo pages", "undo user");
        for (var n = 0; n < points.size(); n++) {
            Elsewhere.plan("room", () -> new Refusal(HttpStatus.CONFLICT, "last_administrator"));
            Elsewhere.plan(points.get(n), Elsewhere.Killed::new);
            assertThat(open("back-" + n).status()).as(points.get(n)).isEqualTo(500);
        }
        host.restart();
        clock.advance(LATER);
        Eventually.holds(
                "the end of all",
                () -> rows("select id from sagas where status <> 'undone'").isEmpty());
        assertThat(rows("select id from services")).isEmpty();
        assertThat(rows("select id from subscriptions")).isEmpty();
        assertThat(rows("select id from outbox_events")).isEmpty();
        assertThat(Elsewhere.things()).isEmpty();
    }

    @Test
    void withoutTheUserThereIsNothingToWaitFor() {
        Elsewhere.plan("user", () -> new Unavailable("auth", new IOException("away")));
        var answer = open("nobody");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(rows("select status from sagas")).containsExactly("undone");
        assertThat(Elsewhere.things()).isEmpty();
        assertThat(open("nobody").status()).isEqualTo(201);
    }

    @Test
    void aDeathAtAnyPointOfADeletionIsNoWayBack() {
        var points = points("undo room", "undo pages");
        for (var n = 0; n < points.size(); n++) {
            var opened = open("delete-" + n).json();
            Elsewhere.plan(points.get(n), Elsewhere.Killed::new);
            var path = "/api/services/" + opened.at("/service/id").asLong();
            var answer =
                    host.api()
                            .with("Jium-Service-Credential", host.serviceCredential())
                            .delete(path);
            assertThat(answer.status()).as(points.get(n)).isEqualTo(500);
        }
        assertThat(services("active")).isEmpty();
        host.restart();
        clock.advance(LATER);
        Eventually.holds(
                "the end of all",
                () -> rows("select id from sagas where status <> 'done'").isEmpty());
        assertThat(rows("select id from services where slug not like '~%'")).isEmpty();
        assertThat(rows("select status from subscriptions")).containsOnly("cancelled");
        assertThat(rows("select about from outbox_events where type = 'payment.ServiceDeleted'"))
                .hasSize(points.size())
                .doesNotHaveDuplicates();
        assertThat(Elsewhere.things()).hasSize(points.size());
    }

    private Api.Answer open(String slug) {
        return host.api()
                .as(AuthService.token("admin"))
                .post(
                        "/payment/admin/services",
                        Map.of(
                                "user",
                                Map.of("name", "Somebody", "email", slug + "@example.com"),
                                "plan_type",
                                "enterprise",
                                "service",
                                Map.of("name", "Site", "slug", slug)));
    }

    private static List<String> points(String... things) {
        return Stream.of(things).flatMap(thing -> Stream.of(thing, thing + " done")).toList();
    }

    private List<String> services(String status) {
        return rows("select id from services where status = '%s'".formatted(status));
    }

    private List<String> rows(String sql) {
        return host.database("payment").sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
