package io.jium.platform.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.binding.auth.AuthOverHttp;
import io.jium.platform.events.books.BooksService;
import io.jium.platform.events.late.LateService;
import io.jium.platform.events.shop.ShopService;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.Security;
import io.jium.platform.security.ServiceCredentials;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auth in one process, the others in another, each with a data folder of its own. */
class ServicesApartTest {

    private static final List<Class<?>> SERVICES =
            List.of(AuthOverHttp.class, ShopService.class, BooksService.class, LateService.class);

    private RunningHost auth;
    private RunningHost others;

    @BeforeEach
    void start() throws IOException {
        var clock = new TestClock();
        auth = RunningHost.start(SERVICES, Database.H2, Map.of("JIUM_RUN", "auth"), clock);
        others =
                RunningHost.start(
                        SERVICES,
                        Database.H2,
                        Map.of(
                                "JIUM_RUN",
                                "shop,books",
                                "JIUM_AUTH_URL",
                                "http://127.0.0.1:" + auth.port()),
                        clock);
        write(others, Files.readString(file(auth)));
    }

    @AfterEach
    void stop() {
        others.close();
        auth.close();
    }

    /** Each request asks auth, over HTTP, whether the session still lives. */
    @Test
    void secretsAreReplacedWithoutOneFailedCall() throws Exception {
        var first = Files.readString(file(auth)).strip();
        var answered = new AtomicInteger();
        var failed = new AtomicInteger();
        var over = new AtomicBoolean();
        var operator = others.api().as(AuthOverHttp.token());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 4; n++) {
                var _ = threads.submit(() -> ask(operator, over, answered, failed));
            }
            try {
                var old = first;
                for (var round = 0; round < 3; round++) {
                    var next = "secret-number-%d-of-at-least-32-letters".formatted(round);
                    for (var secrets : List.of(old + "\n" + next, next + "\n" + old, next)) {
                        write(round == 1 ? auth : others, secrets);
                        write(round == 1 ? others : auth, secrets);
                        var before = answered.get();
                        Eventually.holds("40 more answers", () -> answered.get() > before + 40);
                    }
                    old = next;
                }
            } finally {
                over.set(true);
            }
        }
        assertThat(failed).hasValue(0);
        var late = new ServiceCredentials(new Secrets(auth.data()), first, Clock.systemUTC());
        assertThat(standing(late.issue("books", "auth")).status()).isEqualTo(401);
        assertThat(standing(auth.serviceCredential()).status()).isEqualTo(200);
        assertThat(standing(first).status()).as("the secret itself").isEqualTo(401);
    }

    private static void ask(
            Api operator, AtomicBoolean over, AtomicInteger answered, AtomicInteger failed) {
        while (!over.get()) {
            if (operator.get("/books/events/parked").status() == 200) {
                answered.incrementAndGet();
            } else {
                failed.incrementAndGet();
            }
        }
    }

    private Api.Answer standing(String credential) {
        return auth.api().with(Security.SERVICE_HEADER, credential).get("/api/sessions/1");
    }

    private static Path file(RunningHost host) {
        return host.data().resolve("secrets").resolve("service");
    }

    private static void write(RunningHost host, String secrets) throws IOException {
        var draft = Files.writeString(host.data().resolve("draft"), secrets);
        Files.move(draft, file(host), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aTraceGoesOnFromRequestToProblemAndEvent() {
        var id = "4bf92f3577b34da6a3ce929d0e0e4736";
        var traced = others.api().with("traceparent", "00-" + id + "-00f067aa0ba902b7-01");
        var problem = traced.get("/books/events/parked");
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.header("X-Request-Id")).contains(id);
        assertThat(problem.json().path("trace_id").asString()).isEqualTo(id);

        var named = traced.with("X-Request-Id", "ticket-4711");
        assertThat(named.post("/shop/sell", Map.of("item", 1, "note", "n")).status())
                .isEqualTo(204);
        assertThat(named.get("/nowhere").header("X-Request-Id")).contains("ticket-4711");
        assertThat(
                        others.database("shop")
                                .sql("select trace_id from outbox_events")
                                .query(String.class)
                                .single())
                .isEqualTo(id);
    }

    @Test
    void whoIsAwayIsNamed() {
        auth.close();
        var answer = others.api().as(AuthOverHttp.token()).get("/books/events/parked");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service_unavailable");
        assertThat(answer.json().path("service").asString()).isEqualTo("auth");
        assertThat(answer.header("Retry-After")).isPresent();
        auth =
                RunningHost.start(
                        SERVICES, Database.H2, Map.of("JIUM_RUN", "auth"), new TestClock());
    }
}
