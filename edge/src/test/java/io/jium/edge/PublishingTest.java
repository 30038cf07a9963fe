package io.jium.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.SiteAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What visitors see while releases come, go and break. */
class PublishingTest {

    private static final String HOST = "a.localhost";

    @TempDir Path sites;
    private final EdgeServer.HandClock clock = new EdgeServer.HandClock();
    private SiteWriter writer;
    private EdgeServer server;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        writer = new SiteWriter(sites);
        server = new EdgeServer(EdgeSettings.of(sites, "localhost"), clock, UriCompliance.DEFAULT);
        wire = server.connect();
        writer.release(1, 1)
                .page("index.html", "one")
                .asset("app.1.css", "css one", "text/css")
                .publish(HOST);
        assertThat(wire.get(HOST, "/").text()).isEqualTo("one");
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        server.close();
    }

    @Test
    void showsAPublishWithinASecondWithoutBeingTold() throws Exception {
        writer.release(1, 2).page("index.html", "two").publish(HOST);

        assertThat(wire.get(HOST, "/").text()).as("still trusted").isEqualTo("one");
        clock.pass(1000);
        assertThat(wire.get(HOST, "/").text()).isEqualTo("two");
    }

    @Test
    void looksAgainInTheBackgroundWhileANameIsInUse() throws Exception {
        writer.release(1, 2).page("index.html", "two").publish(HOST);
        clock.pass(600);

        eventually(() -> wire.get(HOST, "/").text().equals("two"));
    }

    @Test
    void showsAPublishAtOnceWhenTold() throws Exception {
        writer.release(1, 2).page("index.html", "two").publish(HOST);
        server.edge.evict("A.localhost.");

        assertThat(wire.get(HOST, "/").text()).isEqualTo("two");
    }

    @Test
    void noticesANewSiteAndADeletedOne() throws Exception {
        assertThat(wire.get("b.localhost", "/").status()).isEqualTo(404);
        assertThat(wire.get("b.example", "/").text()).isEqualTo(EdgeServer.CONSOLE);
        writer.live("b.localhost", 1, 1);
        writer.live("b.example", 1, 1);
        Files.delete(writer.layout.address(HOST));
        clock.pass(1000);

        assertThat(wire.get("b.localhost", "/").text()).isEqualTo("one");
        assertThat(wire.get("b.example", "/").text()).isEqualTo("one");
        assertThat(wire.get(HOST, "/").status()).isEqualTo(404);
    }

    @Test
    void keepsHashedAssetsOfThePageAVisitorHasOpen() throws Exception {
        writer.release(1, 2)
                .page("index.html", "two")
                .asset("app.2.css", "css two", "text/css")
                .publish(HOST);
        clock.pass(1000);

        assertThat(wire.get(HOST, "/app.2.css").text()).isEqualTo("css two");
        assertThat(wire.get(HOST, "/app.1.css").text()).isEqualTo("css one");
        assertThat(wire.get(HOST, "/gone").status()).isEqualTo(404);
        clock.pass(TimeUnit.MINUTES.toMillis(10));
        assertThat(wire.get(HOST, "/app.1.css").status()).isEqualTo(404);
    }

    @Test
    void doesNotKeepPagesThatWereTakenAway() throws Exception {
        writer.release(1, 2).page("index.html", "two").page("news.html", "news").publish(HOST);
        clock.pass(1000);
        assertThat(wire.get(HOST, "/news").text()).isEqualTo("news");
        writer.release(1, 3).page("index.html", "three").publish(HOST);
        clock.pass(1000);

        assertThat(wire.get(HOST, "/news").status()).isEqualTo(404);
    }

    @Test
    void saysTryAgainWhenSomethingIsBrokenAndRecoversWhenItIsMended() throws Exception {
        Files.write(writer.layout.address(HOST), new byte[] {'{'});
        clock.pass(1000);
        assertUnavailableAt(HOST, "/");
        writer.live(HOST, 1, 7);
        clock.pass(1000);
        assertUnavailableAt(HOST, "/");
        SiteWriter.replace(writer.layout.manifest(1, 7), "{}".getBytes(UTF_8));
        assertUnavailableAt(HOST, "/");
        writer.release(1, 8).write();
        SiteWriter.replace(
                writer.layout.manifest(1, 7), Files.readAllBytes(writer.layout.manifest(1, 8)));
        assertUnavailableAt(HOST, "/");
        writer.release(1, 7).page("index.html", "seven").write();

        assertThat(wire.get(HOST, "/").text()).isEqualTo("seven");
    }

    @Test
    void neverSendsAWrongOrHalfBody() throws Exception {
        var content = "a body of some length".getBytes(UTF_8);
        writer.release(2, 1).plain("index.html", content, "text/html").publish("b.localhost");
        var blob = writer.layout.blob(SiteWriter.sha256(content));

        Files.write(blob, "half".getBytes(UTF_8));
        assertUnavailableAt("b.localhost", "/");
        Files.write(blob, "A BODY of some length".getBytes(UTF_8));
        assertUnavailableAt("b.localhost", "/");
        Files.delete(blob);
        assertUnavailableAt("b.localhost", "/");
        assertUnavailableAt("b.localhost", "/", "Range: bytes=0-3");
        Files.write(blob, content);
        assertThat(wire.get("b.localhost", "/").body()).isEqualTo(content);
    }

    @Test
    void refusesAManifestThatCouldLeadAstray() throws Exception {
        var good = "0".repeat(64);
        for (var path : new String[] {"", "/x", "../x", "a//b", "a\u0000", "a/./b", "한\ud800"}) {
            writer.release(3, 1)
                    .file(path, file(good, "text/html", Map.of()))
                    .publish("c.localhost");
            assertUnavailableAt("c.localhost", "/");
        }
        writer.release(3, 1).file("a", file("../../x", "text/html", Map.of())).write();
        assertUnavailableAt("c.localhost", "/");
        writer.release(3, 1).file("a", file(good, "text/html\r\nA: b", Map.of())).write();
        assertUnavailableAt("c.localhost", "/");
        writer.release(3, 1).file("a", file(good, "text/html", Map.of("A", "b\r\nC: d"))).write();
        assertUnavailableAt("c.localhost", "/");
        for (var target : new String[] {"//evil.example", "javascript:alert(1)", "", "x"}) {
            writer.release(3, 1).redirect("a", target).write();
            assertUnavailableAt("c.localhost", "/");
        }
    }

    @Test
    void streamsABigFileWholeAndInParts() throws Exception {
        var video = new byte[5_000_000];
        new Random(1).nextBytes(video);
        writer.release(4, 1).plain("film.mp4", video, "video/mp4").publish("d.localhost");

        var whole = wire.get("d.localhost", "/film.mp4");
        var part = wire.get("d.localhost", "/film.mp4", "Range: bytes=4000000-");

        assertThat(whole.body()).isEqualTo(video);
        assertThat(whole.header("Content-Length")).isEqualTo("5000000");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(video, 4_000_000, 5_000_000));
        Files.delete(writer.layout.blob(SiteWriter.sha256(video)));
        assertUnavailableAt("d.localhost", "/film.mp4");
    }

    @Test
    void finishesADownloadOfARemovedRelease() throws Exception {
        var video = new byte[20_000_000];
        new Random(2).nextBytes(video);
        writer.release(4, 1).plain("film.mp4", video, "video/mp4").publish("d.localhost");

        wire.write("GET", "d.localhost", "/film.mp4");
        try (var other = server.connect()) {
            assertThat(other.get("d.localhost", "/film.mp4", "Range: bytes=0-0").status())
                    .isEqualTo(206);
            writer.release(4, 2).page("index.html", "no film").publish("d.localhost");
            Files.delete(writer.layout.manifest(4, 1));
            clock.pass(1000);
            assertThat(other.get("d.localhost", "/").text()).isEqualTo("no film");
        }

        assertThat(wire.read(false).body()).isEqualTo(video);
    }

    @Test
    void showsEveryVisitorOneReleaseAtATime() throws Exception {
        try (var real =
                        new EdgeServer(
                                new EdgeSettings(
                                        sites, "localhost", 8 << 20, 10, Duration.ofMillis(20)),
                                Ticker.systemTicker(),
                                UriCompliance.DEFAULT);
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            publishVersion(1);
            var done = new AtomicBoolean();
            var pairs = Stream.generate(AtomicInteger::new).limit(8).toList();
            var visits =
                    pairs.stream()
                            .map(own -> visitors.submit(() -> visit(real, done, own)))
                            .toList();
            for (int version = 2; version <= 60; version++) {
                publishVersion(version);
                // Each of them goes on: who has a page of five releases ago open is promised
                // nothing.
                var enough = pairs.stream().map(own -> own.get() + 5).toList();
                eventually(() ->
                        IntStream.range(0, pairs.size())
                                        .allMatch(i -> pairs.get(i).get() >= enough.get(i))
                                || visits.stream().anyMatch(v -> v.isDone()));
            }
            done.set(true);
            for (var visit : visits) {
                assertThat(visit.get()).as("versions seen").isGreaterThan(1);
            }
        }
    }

    private void publishVersion(int version) {
        writer.release(5, version)
                .page("index.html", "" + version)
                .asset("style." + version + ".css", "css of " + version, "text/css")
                .publish("e.localhost");
    }

    /** Answers how many different versions a visitor saw, each with its own style sheet. */
    private static int visit(EdgeServer server, AtomicBoolean done, AtomicInteger pairs)
            throws Exception {
        int last = 0;
        int seen = 0;
        try (var wire = server.connect()) {
            while (!done.get()) {
                int version = Integer.parseInt(wire.get("e.localhost", "/").text());
                var style = wire.get("e.localhost", "/style." + version + ".css");
                assertThat(style.text()).isEqualTo("css of " + version);
                assertThat(version).as("never back to an older one").isGreaterThanOrEqualTo(last);
                seen += version > last ? 1 : 0;
                last = version;
                pairs.incrementAndGet();
            }
        }
        return seen;
    }

    private static ReleaseFile file(String sha256, String type, Map<String, String> headers) {
        return new ReleaseFile(sha256, 1, type, null, null, ReleaseFile.REVALIDATE, headers);
    }

    private void assertUnavailableAt(String host, String path, String... headers) throws Exception {
        var answer = wire.get(host, path, headers);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers()).doesNotContainKeys("ETag", "Content-Range");
        assertThat(answer.text()).contains("페이지를 불러오지 못했어요");
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void sendsASuspendedSiteAwayAndBack() throws Exception {
        writer.point(HOST, new SiteAddress(1, 1, SiteAddress.State.SUSPENDED, null));
        clock.pass(1000);
        assertThat(wire.get(HOST, "/").status()).isEqualTo(503);
        writer.live(HOST, 1, 1);
        clock.pass(1000);
        assertThat(wire.get(HOST, "/").text()).isEqualTo("one");
    }
}
