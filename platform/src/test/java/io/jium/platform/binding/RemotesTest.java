package io.jium.platform.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.platform.binding.ScriptedServer.Answering;
import io.jium.platform.binding.ScriptedServer.Connection;
import io.jium.platform.binding.Things.Others;
import io.jium.platform.binding.Things.Thing;
import io.jium.platform.host.HostSettings.Remote;
import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.RemoteRefusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.ServiceCredentials;
import io.jium.platform.testing.Eventually;
import io.jium.platform.trace.Trace;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Calls over real sockets to an owner that does all that one can do wrong. */
class RemotesTest {

    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Answering RIGHTLY = (request, connection) -> connection.thing();
    private static final Answering RESETTING = (request, connection) -> connection.reset();

    private static final Thing THING = new Thing("b");

    @TempDir private Path data;

    private final ScriptedServer server = new ScriptedServer(RIGHTLY);

    @AfterEach
    void stop() {
        server.close();
    }

    private Remotes remotes(String url, Duration limit) {
        var credentials = new ServiceCredentials(new Secrets(data), null, Clock.systemUTC());
        return new Remotes(
                () -> Map.of("binding", new Remote(url, limit)), credentials, new JsonMapper());
    }

    private static Contracts contracts(Remotes remotes) {
        return new Contracts((contract, owner) -> null, remotes, "tests");
    }

    private Things things() {
        return contracts(remotes(server.url(), LIMIT)).bind(Things.class);
    }

    /** That have been called before: a first call is slow. */
    private Things warmThings() {
        var things = contracts(remotes(server.url(), LONG)).bind(Things.class);
        things.get(1);
        return things;
    }

    @Test
    void whatHangsEndsWithTheTimeLimitAndIsNotBegunAgain() {
        server.answers((request, connection) -> waitForever());
        var things = things();
        assertThat(unavailableAfter(() -> things.get(1))).isBetween(LIMIT, LIMIT.multipliedBy(3));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatDripsEndsWithTheTimeLimitToo() {
        server.answers((request, connection) -> {
            connection.send(
                    "HTTP/1.1 200 X\nContent-Type: application/json\nContent-Length: 9999\n\n");
            while (true) {
                connection.send(" ");
                waitFor(Duration.ofMillis(30));
            }
        });
        var things = things();
        assertThat(unavailableAfter(() -> things.get(1))).isBetween(LIMIT, LIMIT.multipliedBy(3));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPortThatRefusesIsToldAtOnce() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var things = contracts(remotes("http://127.0.0.1:" + nobody, LONG)).bind(Things.class);
        assertThat(unavailableAfter(() -> things.get(1))).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatMayBeRepeatedIsWhenTheConnectionBreaks() {
        assertIsRepeated(connection -> connection.reset());
    }

    @Test
    void whatMayBeRepeatedIsWhenTheAnswerBreaksOff() {
        Breakage breakage =
                connection -> {
                    connection.send(
                            "HTTP/1.1 200 X\nContent-Type: application/json\nContent-Length: 99\n\n{");
                    connection.reset();
                };
        var things = warmThings();
        assertThat(requestsOf(() -> things.get(1), breakage)).isEqualTo(2);
        assertThat(requestsOf(() -> unavailableAfter(() -> things.add(THING)), breakage))
                .isEqualTo(1);
    }

    @Test
    void whatMayBeRepeatedIsWhenSomethingInBetweenSaysComeAgain() {
        assertIsRepeated(connection -> connection.json(503, "text/html", "<h1>Later</h1>"));
    }

    private void assertIsRepeated(Breakage breakage) {
        var things = warmThings();
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> assertThat(things.get(1).name()).isEqualTo("a"),
                        () -> things.put(1, THING),
                        () -> things.delete(1))) {
            assertThat(requestsOf(call, breakage)).isEqualTo(2);
        }
        assertThat(requestsOf(() -> unavailableAfter(() -> things.add(THING)), breakage))
                .as("a POST must not be repeated")
                .isEqualTo(1);
    }

    @FunctionalInterface
    private interface Breakage {
        void of(Connection connection) throws IOException;
    }

    /** How often the server is asked when only its first answer is broken. */
    private int requestsOf(ThrowingCallable call, Breakage breakage) {
        var before = server.requests().size();
        server.answers((request, connection) -> {
            if (request.number() == before + 1) {
                breakage.of(connection);
            } else {
                connection.thing();
            }
        });
        assertThatCode(call).doesNotThrowAnyException();
        return server.requests().size() - before;
    }

    @Test
    void aRefusalIsAnAnswer() {
        server.answers((request, connection) ->
                connection.json(
                        503,
                        "application/problem+json",
                        "{\"code\":\"service_unavailable\",\"title\":\"t\",\"detail\":\"d\"}"));
        var things = things();
        for (var n = 0; n < 30; n++) {
            assertThatThrownBy(() -> things.get(1))
                    .isInstanceOfSatisfying(
                            RemoteRefusal.class,
                            refusal -> {
                                assertThat(refusal.code()).isEqualTo("service_unavailable");
                                assertThat(refusal.headers()).containsEntry("Retry-After", "7");
                            });
        }
        assertThat(server.requests()).hasSize(30);
    }

    /** Else a customer would be asked to sign in because two services disagree on a secret. */
    @Test
    void aRefusedCredentialIsNotTheCustomers() {
        server.answers((request, connection) ->
                connection.json(401, "application/problem+json", "{\"code\":\"unauthenticated\"}"));
        var things = things();
        unavailableAfter(() -> things.get(1));
    }

    @Test
    void whatIsNoAnswerOfTheContractIsRefused() {
        var things = things();
        for (var nonsense : List.of("<h1>Hello</h1>", "{\"name\":", "[]")) {
            for (var type : List.of("text/html", "application/json")) {
                server.answers((request, connection) -> connection.json(200, type, nonsense));
                unavailableAfter(() -> things.add(THING));
            }
        }
    }

    @Test
    void aFloodIsHeldAtSixtyFourCalls() throws Exception {
        var open = new CountDownLatch(1);
        server.answers((request, connection) -> {
            open.await();
            connection.thing();
        });
        var things = contracts(remotes(server.url(), LONG)).bind(Things.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Thing>>();
            for (var n = 0; n < 64; n++) {
                calls.add(threads.submit(() -> things.get(1)));
            }
            Eventually.holds("64 calls under way", () -> server.requests().size() == 64);
            assertThat(unavailableAfter(() -> things.get(1))).isLessThan(Duration.ofSeconds(1));
            assertThat(server.requests()).hasSize(64);
            open.countDown();
            for (var call : calls) {
                assertThat(call.get().name()).isEqualTo("a");
            }
            assertThat(things.get(1).name()).isEqualTo("a");
        }
    }

    @Test
    void whoIsAwayIsLeftAloneAndFoundAgain() {
        server.answers(RESETTING);
        var remotes = remotes(server.url(), LIMIT);
        var things = contracts(remotes).bind(Things.class);
        var others = contracts(remotes).bind(Others.class);
        Eventually.holds(
                "open breaker",
                () -> {
                    unavailableAfter(() -> things.get(1));
                    return state(remotes, "Things").equals("OPEN");
                });
        var metrics = new Metrics();
        remotes.watch(metrics);
        assertThat(metrics.read())
                .containsPattern("jium_breaker_open\\{contract=\"Things\",owner=\"[a-z]+\"} 1.0");
        var before = server.requests().size();
        for (var n = 0; n < 50; n++) {
            unavailableAfter(() -> things.get(1));
        }
        assertThat(server.requests()).hasSize(before);

        server.answers(RIGHTLY);
        assertThat(others.get().name()).as("another contract has its own").isEqualTo("a");
        Eventually.holds("answer", () -> isAnswered(things));
        for (var n = 0; n < 10; n++) {
            things.get(1);
        }
        assertThat(state(remotes, "Things")).isEqualTo("CLOSED");
    }

    private static boolean isAnswered(Things things) {
        try {
            return things.get(1).name().equals("a");
        } catch (Unavailable notYet) {
            return false;
        }
    }

    private static String state(Remotes remotes, String contract) {
        return remotes.reaches().stream()
                .filter(reach -> reach.contract().equals(contract))
                .map(Remotes.Reach::breaker)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A third of all answers is missing: few enough for the breaker. No connection is kept: Java
     * itself repeats a GET for which one turns out to be closed.
     */
    @Test
    void repeatingStaysWithinItsBudget() {
        server.answers((request, connection) -> {
            if (request.number() % 3 == 0) {
                connection.reset();
            } else {
                connection.lastThing();
            }
        });
        var things = things();
        var begun = System.nanoTime();
        var calls = 400;
        for (var n = 0; n < calls; n++) {
            try {
                things.get(1);
            } catch (Unavailable notRepeated) {
                // The budget is used up.
            }
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
        assertThat(server.requests().size())
                .isGreaterThan(calls + calls / 20)
                .isLessThanOrEqualTo(calls + calls / 10 + 10 + (int) seconds);
    }

    @Test
    void aCallSaysWhoCallsAndToWhichTraceItBelongs() {
        var parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var trace = Trace.of(parent, null);
        trace.begin();
        try {
            things().get(1);
        } finally {
            Trace.end();
        }
        var headers = server.requests().getFirst().headers();
        assertThat(headers)
                .containsEntry("x-request-id", trace.id())
                .containsEntry(
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-%s-01".formatted(trace.span()));
        assertThat(headers.get("jium-service-credential")).startsWith("ey");
    }

    private static Duration unavailableAfter(ThrowingCallable call) {
        var begun = System.nanoTime();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        refusal -> assertThat(refusal.headers()).containsKey("Retry-After"));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void waitForever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void waitFor(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }
}
