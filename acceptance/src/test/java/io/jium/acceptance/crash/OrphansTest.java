package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} while sites are opened and deleted and people come and go: in the end each site
 * is everywhere or nowhere.
 */
class OrphansTest {

    private static final Logger LOG = LoggerFactory.getLogger(OrphansTest.class);
    private static final int KILLS = 4;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(Database.class)
    void everySiteIsEverywhereOrNowhere(Database database) throws Exception {
        var seed = Long.getLong("jium.seed", System.nanoTime());
        LOG.warn("{}: seed {}", database, seed);
        var data = Files.createTempDirectory("jium-orphans");
        try {
            run(database, data, new Random(seed));
        } catch (AssertionError failed) {
            throw new AssertionError("With seed " + seed + ": " + failed.getMessage(), failed);
        } finally {
            Installation.delete(data);
        }
    }

    private void run(Database database, Path data, Random random) throws InterruptedException {
        Map<String, String> settings =
                database == Database.MARIADB ? Databases.mariaDb() : Map.of();
        var port = ChildProcess.freePort();
        var child = ChildProcess.start(data, port, settings);
        try {
            var base = child.base();
            var anybody = new Client(path -> base, Map.of());
            for (var kill = 1; kill <= KILLS; kill++) {
                var moment = answers.get() + 3 + random.nextInt(12);
                var threads = new ArrayList<Thread>();
                for (var n = 0; n < AT_ONCE; n++) {
                    threads.add(Thread.ofVirtual().start(() -> comeAndGo(anybody)));
                }
                await(() -> answers.get() >= moment);
                assertThat(answers.get()).isGreaterThanOrEqualTo(moment);
                child.kill();
                for (var thread : threads) {
                    thread.join();
                }
                child = ChildProcess.start(data, port, settings);
            }
            awaitRest(anybody, data);
        } finally {
            child.close();
        }
        assertThat(wrongAnswers).isEmpty();
        check(Databases.of(data, database == Database.MARIADB));
    }

    /** Until the process is gone. */
    private void comeAndGo(Client anybody) {
        try {
            while (true) {
                try {
                    once(anybody);
                } catch (AssertionError wrong) {
                    // A slow machine refuses those whose passwords it cannot check in time.
                    if (!wrong.toString().contains("too_many_requests")) {
                        wrongAnswers.add(wrong.toString());
                    }
                }
            }
        } catch (UncheckedIOException killed) {
            // As it should be.
        }
    }

    private void once(Client anybody) {
        var email = "come-%d@example.com".formatted(numbers.incrementAndGet());
        var customer = Installation.signUp(anybody, email);
        order(customer, null);
        var second = order(customer, null);
        order(customer, 987_654_321L);
        customer.client().delete("/payment/services/" + second).expect(204);
        answers.incrementAndGet();
        if (customer.id() % 2 == 0) {
            customer.client()
                    .json("DELETE", "/auth/profile", Map.of("password", customer.password()))
                    .expect(204);
            answers.incrementAndGet();
        }
    }

    private long order(Customer customer, @Nullable Long template) {
        var site = Map.of("name", "Site", "slug", "slug-" + numbers.incrementAndGet());
        var order =
                template == null
                        ? Map.of("plan_type", "enterprise", "service", site)
                        : Map.of(
                                "plan_type",
                                "enterprise",
                                "service",
                                site,
                                "template_id",
                                template);
        var opened =
                customer.client()
                        .post("/payment/subscribe", order)
                        .expect(template == null ? 201 : 422);
        answers.incrementAndGet();
        return opened.at("service/id").asLong();
    }

    /** Returns once nothing is under way any more. */
    private static void awaitRest(Client anybody, Path data) {
        var admin = admin(anybody, data);
        await(() -> running(admin) == 0);
        assertThat(running(admin)).as("sagas under way").isZero();
        for (var service : List.of("payment", "auth")) {
            assertThat(admin.get("/%s/sagas?status=stuck".formatted(service)).data()).isEmpty();
        }
        Eventually.holds(
                "hearing of all users",
                () -> {
                    var state = admin.get("/auth/events").expect(200);
                    return state.at("told").asLong() == state.at("heard/payment").asLong();
                });
    }

    private static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static int running(Client admin) {
        return List.of("payment", "auth").stream()
                .mapToInt(service ->
                        admin.get("/%s/sagas?status=running".formatted(service)).data().size())
                .sum();
    }

    private static Client admin(Client anybody, Path data) {
        try {
            var password = Files.readString(data.resolve("admin-password")).strip();
            var login = Map.of("email", "admin@jium.local", "password", password);
            return anybody.as(
                    anybody.post("/auth/login", login).expect(200).at("access_token").asString());
        } catch (java.io.IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(Databases databases) {
        var open = databases.query("payment", "select id from services where status = 'active'");
        assertThat(open).as("open sites").isNotEmpty();
        assertThat(
                        databases.query(
                                "payment",
                                "select id from services where status = 'provisioning' or (status = 'deleted' and slug not like '~%')"))
                .as("sites half-way")
                .isEmpty();
        var elsewhere =
                Map.of(
                        "builder", "select service_id from sites where removed_at is null",
                        "deploy", "select service_id from hosted_sites where state <> 'REMOVED'",
                        "payment", "select service_id from subscriptions where status = 'active'");
        elsewhere.forEach((service, sql) ->
                assertThat(databases.query(service, sql)).as(service).isEqualTo(open));
        assertThat(databases.query("builder", "select distinct service_id from pages"))
                .as("sites with pages")
                .isEqualTo(open);
        var users = databases.query("auth", "select id from users");
        assertThat(users)
                .as("owners")
                .containsAll(
                        databases.query(
                                "payment",
                                "select distinct user_id from services where status = 'active'"));
        assertThat(databases.query("payment", "select user_id from customers"))
                .as("customers")
                .isEqualTo(users);
        assertThat(databases.query("auth", "select id from users where status <> 'active'"))
                .as("people half-gone")
                .isEmpty();
        assertThat(
                        databases.query(
                                "payment",
                                "select about from outbox_events where type = 'payment.ServiceCreated'"))
                .as("told once each")
                .doesNotHaveDuplicates();
        LOG.info("{} sites are open in the end, {} people are there", open.size(), users.size());
    }
}
