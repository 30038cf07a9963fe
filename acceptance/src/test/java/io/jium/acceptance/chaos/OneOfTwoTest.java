package io.jium.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Cluster;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.platform.testing.Eventually;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGKILL of one of two instances of a service behind HAProxy, under load: no idempotent request
 * fails, and none waits for longer than two seconds.
 */
class OneOfTwoTest {

    private static final Logger LOG = LoggerFactory.getLogger(OneOfTwoTest.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int PEOPLE_EACH = 2;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean working = true;

    @Test
    void aKilledInstanceIsNotMissed() throws InterruptedException {
        try (var cluster = Cluster.start("--replicas", "2")) {
            var site = Installation.signUp(cluster.anybody(), "two@example.com").site("two");
            var people = work(site);
            for (var victim : List.of("builder-1", "gateway-2")) {
                // The one before has come back cold.
                awaitAnswers(1_000);
                slowest.set(0);
                assertThat(cluster.kill(victim)).as(victim).isTrue();
                awaitAnswers(500);
                var longest = Duration.ofNanos(slowest.get());
                LOG.warn("{} killed: the slowest answer took {} ms", victim, longest.toMillis());
                assertThat(failures).as(victim).isEmpty();
                assertThat(longest).as(victim).isLessThan(LONGEST);
                cluster.awaitAllUp();
            }
            working = false;
            for (var person : people) {
                person.join();
            }
            assertThat(failures).isEmpty();
        }
    }

    private List<Thread> work(Site site) {
        var client = site.owner().client();
        var settings = "/builder/settings/" + site.id();
        List<Supplier<Answer>> requests =
                List.of(
                        () -> client.get("/auth/profile"),
                        () -> client.get("/payment/services"),
                        () -> client.get("/builder/pages/" + site.homePage()),
                        () -> client.put("/auth/profile", Map.of("name", "Two")),
                        () -> client.put(settings, Map.of("seo_title", "Two")));
        var threads = new ArrayList<Thread>();
        for (var request : requests) {
            for (var n = 0; n < PEOPLE_EACH; n++) {
                threads.add(Thread.ofVirtual().start(() -> ask(request)));
            }
        }
        return threads;
    }

    private void ask(Supplier<Answer> request) {
        while (working) {
            var begun = System.nanoTime();
            try {
                var answer = request.get();
                if (answer.status() != 200) {
                    failures.add(answer.toString());
                }
            } catch (UncheckedIOException broken) {
                failures.add(broken.toString());
            }
            slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            answered.incrementAndGet();
        }
    }

    private void awaitAnswers(int more) {
        var enough = answered.get() + more;
        Eventually.holds(more + " more answers", () -> answered.get() >= enough);
    }
}
