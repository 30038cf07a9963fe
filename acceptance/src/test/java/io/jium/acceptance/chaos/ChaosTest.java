package io.jium.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Cluster;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGKILL of random processes, MariaDB, Redis and HAProxy among them, while people sign up, open
 * sites, save and publish: {@code -Djium.chaos.rounds} times, each with a seed of its own.
 */
class ChaosTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
    private static final int ROUNDS = Integer.getInteger("jium.chaos.rounds", 1);
    private static final int KILLS = 12;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws InterruptedException {
        var first = Long.getLong("jium.seed", System.nanoTime());
        try (var cluster = Cluster.start("--replicas", "2")) {
            for (var round = 0; round < ROUNDS; round++) {
                var seed = first + round;
                // -Djium.seed repeats the choice, though not the moments.
                LOG.warn("Round {}: seed {}", round + 1, seed);
                try {
                    round(cluster, round, new Random(seed));
                } catch (AssertionError | RuntimeException failed) {
                    throw new AssertionError(
                            "With seed %d: %s%n%s"
                                    .formatted(seed, failed.getMessage(), cluster.logs()),
                            failed);
                }
            }
        }
    }

    private static void round(Cluster cluster, int round, Random random)
            throws InterruptedException {
        var prefix = "chaos-" + round;
        var site = Installation.signUp(cluster.anybody(), prefix + "@example.com").site(prefix);
        var writers = new ArrayList<Writer>();
        for (var n = 0; n < 3; n++) {
            writers.add(new Writer(site, site.addPage("page-" + n).expect(201).id()));
        }
        var editor = new Editor(site, cluster.visitor(prefix));
        var newcomer = new Newcomer(cluster.anybody(), prefix + "-new");
        var people = new ArrayList<Person>(writers);
        people.addAll(List.of(editor, newcomer));
        killWhile(cluster, people, random);
        cluster.awaitAllUp();
        writers.forEach(Writer::check);
        editor.check();
        assertThat(newcomer.lost()).as("people who cannot log in").isEmpty();
        checkEvents(cluster, newcomer);
        checkSites(cluster, newcomer);
        people.forEach(person -> LOG.info("{}", person));
        assertThat(people).allSatisfy(person -> assertThat(person.done()).isPositive());
    }

    private static void killWhile(Cluster cluster, List<Person> people, Random random)
            throws InterruptedException {
        var failures = new ArrayList<Throwable>();
        var threads = new ArrayList<Thread>();
        for (var person : people) {
            threads.add(
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((thread, failed) -> failures.add(failed))
                            .start(person));
        }
        var names = cluster.parts().stream().map(Cluster.Part::name).toList();
        for (var kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(2_500)));
            var name = names.get(random.nextInt(names.size()));
            LOG.info("Kill {}: {}", kill + 1, cluster.kill(name) ? name : name + ", not there");
        }
        cluster.awaitAllUp();
        var before = people.stream().map(Person::done).toList();
        atLast(
                "everybody at work again",
                () ->
                        !failures.isEmpty()
                                || IntStream.range(0, people.size())
                                        .allMatch(n -> people.get(n).done() > before.get(n)));
        people.forEach(Person::stopSoon);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** What a dead process had begun is taken up after missed heartbeats, in half a minute. */
    private static void atLast(String what, Callable<Boolean> condition) {
        for (var left = 4; left > 0; left--) {
            try {
                Eventually.holds(what, condition);
                return;
            } catch (AssertionError notYet) {
                LOG.info("Still waiting: {}", notYet.getMessage());
            }
        }
        Eventually.holds(what, condition);
    }

    private static void checkEvents(Cluster cluster, Newcomer newcomer) {
        atLast(
                "hearing of everything",
                () ->
                        cluster.databases()
                                .query("auth", "select count(*) from outbox_events")
                                .equals(
                                        cluster.databases()
                                                .query(
                                                        "payment",
                                                        "select seq from inbox_positions where teller = 'auth'")));
        assertThat(cluster.databases().query("payment", "select type, reason from parked_events"))
                .isEmpty();
        assertThat(
                        cluster.databases()
                                .query(
                                        "payment",
                                        "select user_id, email from customers order by 1"))
                .as("customers and users")
                .isEqualTo(
                        cluster.databases()
                                .query("auth", "select id, email from users order by 1"));
        assertThat(cluster.databases().query("payment", "select email from customers"))
                .containsAll(newcomer.people());
    }

    private static void checkSites(Cluster cluster, Newcomer newcomer) {
        atLast(
                "no site half open",
                () ->
                        cluster.databases()
                                .query(
                                        "payment",
                                        "select id from services where status = 'provisioning'")
                                .isEmpty());
        var active = "select id from services where status = 'active' order by id";
        var open = cluster.databases().query("payment", active);
        assertThat(open).containsAll(newcomer.sites().stream().map(String::valueOf).toList());
        for (var everywhere :
                Map.of(
                                "builder", "select distinct service_id from pages order by 1",
                                "deploy", "select service_id from hosted_sites order by 1",
                                "payment",
                                        "select service_id from subscriptions where status = 'active' order by 1")
                        .entrySet()) {
            assertThat(cluster.databases().query(everywhere.getKey(), everywhere.getValue()))
                    .as("sites known to " + everywhere.getKey())
                    .isEqualTo(open);
        }
    }
}
