package io.jium.platform.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.events.auth.AuthService;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.saga.air.AirService;
import io.jium.platform.saga.travel.Faults;
import io.jium.platform.saga.travel.TravelService;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Trips are sold: in real hosts, on real databases, with everything going wrong. */
@ParameterizedClass(name = "{0}")
@EnumSource(Database.class)
class SagasTest {

    private static final List<Class<?>> SERVICES =
            List.of(AuthService.class, TravelService.class, AirService.class);
    private static final List<String> THERE =
            List.of("trip", "flight", "room", "ticket", "receipt");
    private static final List<String> BACK =
            List.of("undo ticket", "undo room", "undo flight", "undo trip");

    /** Longer than who begins a saga has it for himself. */
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Database database;
    private final TestClock clock = new TestClock();
    private RunningHost host;

    SagasTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        Faults.clear();
        host = RunningHost.start(SERVICES, database, Map.of(), clock);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void whoBeginsASagaSeesItsEnd() {
        assertThat(sell("plain", "room")).isEqualTo("DONE null");
        checkDone("plain");
        assertThat(sagas("select state from sagas")).containsExactly("null");
        assertThat(Faults.passed().stream().filter(THERE::contains)).isEqualTo(THERE);
    }

    @Test
    void theSameKeyAgainIsTheSameSaga() {
        assertThat(sell("once", "room")).isEqualTo("DONE null");
        assertThat(sell("once", "room")).isEqualTo("DONE null");
        checkDone("once");
    }

    @Test
    void whatIsRefusedIsTakenBackInReverseAndTheRefusalIsTheCallers() {
        assertThat(sell("refused", "full")).isEqualTo("UNDONE full");
        checkUndone("refused");
        assertThat(Faults.passed().stream().filter(step -> !step.endsWith("done")))
                .containsExactly("trip", "flight", "room", "undo room", "undo flight", "undo trip");
    }

    @Test
    void whatWasTakenBackMayBeTriedAnew() {
        assertThat(sell("again", "full")).isEqualTo("UNDONE full");
        assertThat(sell("again", "room")).isEqualTo("DONE null");
        checkDone("again");
    }

    @Test
    void whatIsAwayIsWaitedFor() {
        Faults.plan("patient", "room", 2, SagasTest::away);
        assertThat(sell("patient", "room")).isEqualTo("RUNNING service_unavailable");
        Eventually.holds("the end of the saga", () -> status("patient").equals("done"));
        checkDone("patient");
    }

    @Test
    void whatIsAwayForTooLongIsTakenBack() {
        Faults.plan("impatient", "room", 1_000, SagasTest::away);
        assertThat(sell("impatient", "room")).isEqualTo("RUNNING service_unavailable");
        clock.advance(Duration.ofHours(1));
        Eventually.holds("the end of the saga", () -> status("impatient").equals("undone"));
        checkUndone("impatient");
    }

    @Test
    void beyondThePointOfNoReturnARefusalIsNoEnd() {
        Faults.plan("forward", "receipt", 2, () -> new io.jium.platform.problem.NotFound());
        assertThat(sell("forward", "room")).isEqualTo("RUNNING not_found");
        Eventually.holds("the end of the saga", () -> status("forward").equals("done"));
        checkDone("forward");
    }

    @Test
    void whatIsBegunInATransactionRunsWhenThatIsCommittedAndOnlyThen() {
        for (var name : List.of("never", "later")) {
            var order = Map.of("name", name, "second", "room");
            assertThat(host.api().post("/travel/trips/later", order).status()).isEqualTo(200);
        }
        Eventually.holds("the end of the saga", () -> status("later").equals("done"));
        checkDone("later");
        assertThat(sagas("select saga_key from sagas")).containsExactly("later");
    }

    @Test
    void whateverStepADeathMeetsTheSagaIsCarriedThrough() {
        var names = new ArrayList<String>();
        for (var point : points(THERE)) {
            Faults.plan("killed at " + point, point, 1, Faults.Killed::new);
            names.add("killed at " + point);
            assertThat(trySelling("killed at " + point, "room").status()).isEqualTo(500);
        }
        // The next life does not know that the last one died: it has to look.
        host.restart();
        clock.advance(LATER);
        for (var name : names) {
            Eventually.holds(name, () -> status(name).equals("done"));
            checkDone(name);
        }
    }

    @Test
    void whateverStepOfTheWayBackADeathMeetsEverythingIsTakenBack() {
        var names = new ArrayList<String>();
        for (var point : points(BACK)) {
            Faults.plan(
                    "killed at " + point, "ticket done", 1, io.jium.platform.problem.NotFound::new);
            Faults.plan("killed at " + point, point, 1, Faults.Killed::new);
            names.add("killed at " + point);
            assertThat(trySelling("killed at " + point, "room").status()).isEqualTo(500);
        }
        host.restart();
        clock.advance(LATER);
        for (var name : names) {
            Eventually.holds(name, () -> status(name).equals("undone"));
        }
        names.forEach(this::checkUndone);
    }

    @Test
    void aDeathInTheBackgroundIsNoDifferent() {
        Faults.plan("background", "room", 1, SagasTest::away);
        Faults.plan("background", "room done", 1, Faults.Killed::new);
        assertThat(sell("background", "room")).isEqualTo("RUNNING service_unavailable");
        Eventually.holds("a death", () -> Faults.passed().contains("room done"));
        clock.advance(LATER);
        Eventually.holds("the end of the saga", () -> status("background").equals("done"));
        checkDone("background");
    }

    @Test
    void whatCannotBeTakenBackIsStuckUntilAnOperatorHasItGoOn() {
        Faults.plan("stuck", "undo flight", 1_000, () -> new IllegalStateException("a bug"));
        assertThat(sell("stuck", "full")).isEqualTo("RUNNING null");
        clock.advance(Duration.ofMinutes(6));
        Eventually.holds("stuck", () -> status("stuck").equals("stuck"));

        assertThat(host.api().get("/travel/sagas").status()).isEqualTo(401);
        assertThat(host.api().as(AuthService.token("user")).get("/travel/sagas").status())
                .isEqualTo(403);
        var operator = host.api().as(AuthService.token("admin"));
        var stuck = operator.get("/travel/sagas?status=stuck").json().path("data");
        assertThat(stuck).hasSize(1);
        assertThat(stuck.at("/0/key").asString()).isEqualTo("stuck");
        assertThat(stuck.at("/0/step").asString()).isEqualTo("flight");
        assertThat(stuck.at("/0/direction").asString()).isEqualTo("back");
        assertThat(stuck.at("/0/last_error").asString()).isEqualTo("IllegalStateException");
        assertThat(operator.get("/travel/sagas?status=odd").status()).isEqualTo(422);
        assertThat(host.metrics()).contains("jium_sagas{service=\"travel\",status=\"stuck\"} 1.0");

        Faults.clear();
        var retry = "/travel/sagas/%d/retry".formatted(stuck.at("/0/id").asLong());
        assertThat(operator.post(retry).json().path("status").asString()).isEqualTo("undone");
        checkUndone("stuck");
        assertThat(operator.post(retry).status()).isEqualTo(404);
        assertThat(operator.get("/travel/sagas").json().path("data")).isEmpty();
        assertThat(host.metrics()).contains("jium_sagas{service=\"travel\",status=\"stuck\"} 0.0");
    }

    @Test
    void twoProcessesNeverRunTheSameSagaAtOnce() {
        if (database == Database.H2) {
            // One process at a time has the files.
            return;
        }
        try (var other = host.beside(clock)) {
            var names = Stream.iterate(1, n -> n + 1).limit(30).map(n -> "both " + n).toList();
            for (var name : names) {
                var api = (names.indexOf(name) % 2 == 0 ? host : other).api();
                var order = Map.of("name", name, "second", "room");
                Faults.plan(name, "flight", 2, SagasTest::away);
                assertThat(api.post("/travel/trips", order).status()).isEqualTo(200);
            }
            for (var name : names) {
                Eventually.holds(name, () -> status(name).equals("done"));
                checkDone(name);
            }
            assertThat(Faults.passed()).doesNotContain("two at once");
        }
    }

    private static Stream<String> pointsOf(String step) {
        return Stream.of(step, step + " done");
    }

    private static List<String> points(List<String> steps) {
        return steps.stream().flatMap(SagasTest::pointsOf).toList();
    }

    private static Throwable away() {
        return new Unavailable("air", new IOException("away"));
    }

    private String sell(String name, String second) {
        var answer = trySelling(name, second);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var json = answer.json();
        return json.path("status").asString() + " " + json.path("failure").asString("null");
    }

    private Api.Answer trySelling(String name, String second) {
        return host.api().post("/travel/trips", Map.of("name", name, "second", second));
    }

    private String status(String name) {
        return String.join(
                ",", sagas("select status from sagas where saga_key = '%s'".formatted(name)));
    }

    private List<String> sagas(String sql) {
        return rows("travel", sql);
    }

    private List<String> rows(String service, String sql) {
        return host.database(service)
                .sql(sql)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** One of each, here and there, done once. */
    private void checkDone(String name) {
        var trips = rows("travel", "select id from trips where name = '%s'".formatted(name));
        assertThat(trips).as(name).hasSize(1);
        var trip = trips.getFirst();
        assertThat(rows("travel", "select id from tickets where trip = " + trip))
                .as(name)
                .hasSize(1);
        assertThat(
                        rows(
                                "air",
                                "select kind from effects where trip = %s order by id"
                                        .formatted(trip)))
                .as(name)
                .containsExactly("flight", "room", "receipt");
        assertThat(rows("air", "select kind from reservations where cancelled and trip = " + trip))
                .as(name)
                .isEmpty();
    }

    /** Nothing, neither here nor there. */
    private void checkUndone(String name) {
        assertThat(rows("travel", "select id from trips where name = '%s'".formatted(name)))
                .as(name)
                .isEmpty();
        var known = "(select id from trips)";
        assertThat(rows("travel", "select trip from tickets where trip not in " + known))
                .as(name)
                .isEmpty();
        assertThat(
                        rows(
                                "air",
                                "select trip from reservations where not cancelled and kind <> 'receipt'"))
                .as(name)
                .isEmpty();
    }
}
