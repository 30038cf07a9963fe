package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill -9} in the middle of a hundred saves, five times over. */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int KILLS = 5;
    private static final int PAGES = 4;

    @ParameterizedTest
    @EnumSource(Database.class)
    void noAcknowledgedSaveIsLostAndTheSiteIsNeverHalf(Database database) throws Exception {
        var seed = Long.getLong("jium.seed", System.nanoTime());
        // The seed stands in the report of a failure too: -Djium.seed repeats the run.
        LOG.warn("{}: seed {}", database, seed);
        var data = Files.createTempDirectory("jium-kill");
        try {
            run(database, data, new Random(seed));
        } catch (AssertionError failed) {
            throw new AssertionError("With seed " + seed + ": " + failed.getMessage(), failed);
        } finally {
            Installation.delete(data);
        }
    }

    private static void run(Database database, Path data, Random random)
            throws IOException, InterruptedException {
        Map<String, String> settings =
                database == Database.MARIADB ? Databases.mariaDb() : Map.of();
        var port = ChildProcess.freePort();
        var child = ChildProcess.start(data, port, settings);
        Registrar registrar;
        try {
            var base = child.base();
            var anybody = new Client(path -> base, Map.of());
            var site = Installation.signUp(anybody, "killed@example.com").site("killed");
            var acknowledged = new AtomicInteger();
            var writers = new ArrayList<PageWriter>();
            for (var n = 1; n <= PAGES; n++) {
                var page = site.addPage("page-" + n).expect(201);
                writers.add(new PageWriter(site, page.id(), acknowledged));
            }
            var visitor = anybody.with("Host", "killed.localhost:" + port);
            var publisher = new Publisher(site, data, visitor);
            publisher.publishNext();
            var uploader = new Uploader(site);
            registrar = new Registrar(anybody);
            for (var kill = 1; kill <= KILLS; kill++) {
                var workers = new ArrayList<Runnable>(writers);
                workers.addAll(List.of(publisher, uploader, registrar));
                var uploads = uploader.count();
                var people = registrar.count();
                var busy = registrar;
                killWhile(
                        workers,
                        child,
                        acknowledged,
                        () -> uploader.count() > uploads && busy.count() > people,
                        random);
                child = ChildProcess.start(data, port, settings);
                var lost = writers.stream().flatMap(writer -> writer.check().stream()).toList();
                assertThat(lost).as("kill %d after %s saves", kill, acknowledged).isEmpty();
                publisher.check();
                assertThat(uploader.lost()).as("uploads lost by kill %d", kill).isEmpty();
            }
            for (var writer : writers) {
                var versions = writer.versions();
                writer.restore(versions.get(random.nextInt(versions.size())));
            }
            publisher.publishNext();
            publisher.check();
            registrar.awaitHearing(data);
        } finally {
            child.close();
        }
        var databases = Databases.of(data, database == Database.MARIADB);
        checkRows(databases);
        checkEvents(databases, registrar);
    }

    private static void killWhile(
            List<Runnable> workers,
            ChildProcess child,
            AtomicInteger acknowledged,
            BooleanSupplier everybodyIsBusy,
            Random random)
            throws InterruptedException {
        var moment = acknowledged.get() + 1 + random.nextInt(100);
        var threads = new ArrayList<Thread>();
        workers.forEach(worker -> threads.add(Thread.ofVirtual().start(worker)));
        Eventually.holds(
                "save " + moment,
                () -> acknowledged.get() >= moment && everybodyIsBusy.getAsBoolean());
        child.kill();
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void checkEvents(Databases databases, Registrar registrar) {
        assertThat(registrar.count()).as("people signed up").isPositive();
        assertThat(registrar.lost(databases)).as("people unknown to payment").isEmpty();
        assertThat(databases.query("payment", "select type, reason from parked_events")).isEmpty();
        assertThat(databases.query("payment", "select count(*) from customers"))
                .as("customers who are no users, or the other way round")
                .isEqualTo(databases.query("auth", "select count(*) from users"));
    }

    private static void checkRows(Databases databases) {
        assertThat(
                        databases.query(
                                "builder",
                                """
                                select p.id from pages p where p.version <>
                                (select max(v.version) from page_events v where v.page_id = p.id)
                                """))
                .as("pages whose newest version is not their last")
                .isEmpty();
        assertThat(
                        databases.query(
                                "builder",
                                "select page_id from page_events group by page_id having count(*) <> max(version)"))
                .as("pages with gaps between their versions")
                .isEmpty();
        assertThat(
                        databases.query(
                                "builder",
                                "select page_id from page_events where page_id not in (select id from pages)"))
                .as("versions of no page")
                .isEmpty();
    }
}
