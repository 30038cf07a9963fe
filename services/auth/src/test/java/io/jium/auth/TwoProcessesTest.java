package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RedisServer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two auth processes on one database, which H2's files do not allow. */
class TwoProcessesTest {

    @Test
    void accountsSessionsAndKeysAreOne() throws Exception {
        try (var auth = AuthHost.start(Database.MARIADB);
                var other = auth.beside(auth.clock)) {
            var person = auth.register();
            var elsewhere = other.api().as(person.access());
            assertThat(elsewhere.get("/auth/profile").status()).isEqualTo(200);
            assertThat(other.api().get("/auth/.well-known/jwks.json").json())
                    .isEqualTo(auth.api().get("/auth/.well-known/jwks.json").json());

            refreshedInBothAtOnce(auth, other.api());

            assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
            var begun = System.nanoTime();
            Eventually.holds(
                    "logout in the other process",
                    () -> elsewhere.get("/auth/profile").status() == 401);
            assertThat((System.nanoTime() - begun) / 1e9).isLessThan(3);
        }
    }

    @Test
    void whoLogsOutIsOutAtOnceWhereRedisTellsAndWithinASecondWhereItCannot() {
        try (var redis = RedisServer.start();
                var auth = AuthHost.start(Database.MARIADB, Map.of("JIUM_REDIS_URL", redis.url()));
                var other = auth.beside(auth.clock);
                var apart = auth.apart(redis.url())) {
            var processes =
                    Map.of(other.api(), "/auth/profile", apart.api(), "/notification/mailbox");
            Eventually.holds(
                    "all listening",
                    () -> redis.cli("PUBSUB", "NUMSUB", "jium:sessions").endsWith("3"));
            assertThat(outAfter(auth.register(), processes)).isLessThan(0.3);
            redis.kill();
            assertThat(outAfter(auth.register(), processes)).isLessThan(1);
            redis.startAgain();
            assertThat(outAfter(auth.register(), processes)).isLessThan(1);
        }
    }

    /** Seconds after which a session that has ended is dead in all of these processes. */
    private static double outAfter(AuthHost.Person person, Map<Api, String> processes) {
        processes.forEach((process, path) -> {
            var answer = process.as(person.access()).get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        });
        assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
        var ended = System.nanoTime();
        processes.forEach((process, path) ->
                Eventually.holds(
                        "being out of " + path,
                        () -> process.as(person.access()).get(path).status() == 401));
        return (System.nanoTime() - ended) / 1e9;
    }

    private static void refreshedInBothAtOnce(AuthHost auth, Api other) throws Exception {
        for (var round = 0; round < 5; round++) {
            var person = auth.register();
            var turn = new AtomicInteger();
            var answers =
                    Together.run(
                            6,
                            () ->
                                    (turn.getAndIncrement() % 2 == 0 ? auth.api() : other)
                                            .post(
                                                    "/auth/refresh",
                                                    Map.of("refresh_token", person.refresh())));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(answers.stream().map(answer -> auth.person(answer).refresh()).distinct())
                    .hasSize(1);
        }
        assertThat(
                        other.post(
                                        "/auth/login",
                                        Map.of("email", "x@example.com", "password", PASSWORD))
                                .status())
                .isEqualTo(401);
    }
}
