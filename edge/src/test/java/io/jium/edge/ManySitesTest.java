package io.jium.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A hundred thousand addresses on one node, in memory that does not grow with them. */
class ManySitesTest {

    private static final int SITES = 100_000;
    private static final int RELEASES = 10_000;
    private static final int PAGES = 1_000;
    private static final int VISITORS = 4;
    private static final int PIPELINED = 50;
    private static final long CACHE = 8L << 20;
    private static final int HOSTS = 2_000;

    @TempDir(factory = MemoryFiles.class)
    Path sites;

    @Test
    void servesThemAllInBoundedMemory() throws Exception {
        writeSites();
        var settings = new EdgeSettings(sites, "localhost", CACHE, HOSTS, Duration.ofSeconds(1));
        try (var server = new EdgeServer(settings, Ticker.systemTicker(), UriCompliance.DEFAULT)) {
            visit(server, 0, 2 * PIPELINED);
            long before = heapInUse();

            visitAll(server);

            // What the settings allow, names at their stated size, and a little for the server.
            long allowed = CACHE + HOSTS * 500L + (3L << 20);
            assertThat(heapInUse() - before).isLessThan(allowed);
            visit(server, SITES - PIPELINED, SITES);
        }
    }

    private static void visitAll(EdgeServer server) throws Exception {
        int share = SITES / VISITORS;
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits =
                    IntStream.range(0, VISITORS)
                            .mapToObj(i ->
                                    visitors.submit(
                                            () -> visit(server, i * share, (i + 1) * share)))
                            .toList();
            for (var visit : visits) {
                assertThat(visit.get()).isEqualTo(share);
            }
        }
    }

    /** Several requests ahead, so that the test does not spend its time waiting for each answer. */
    private static int visit(EdgeServer server, int from, int to) throws Exception {
        int right = 0;
        try (var wire = server.connect()) {
            for (int first = from; first < to; first += PIPELINED) {
                for (int i = first; i < first + PIPELINED; i++) {
                    wire.write("GET", "site-" + i + ".localhost", "/");
                }
                for (int i = first; i < first + PIPELINED; i++) {
                    var answer = wire.read(false);
                    right += answer.status() == 200 && answer.bytes().startsWith(start(i)) ? 1 : 0;
                }
            }
        }
        return right;
    }

    private void writeSites() throws IOException {
        var writer = new SiteWriter(sites);
        var hashes = new String[PAGES];
        var lengths = new int[PAGES];
        for (int i = 0; i < PAGES; i++) {
            var page = (start(i) + "한글 ".repeat(2_000)).getBytes(UTF_8);
            hashes[i] = writer.blob(page);
            lengths[i] = page.length;
        }
        for (int i = 0; i < RELEASES; i++) {
            var hash = Objects.requireNonNull(hashes[i % PAGES]);
            write(writer.layout.manifest(i, 1), manifest(i, hash, lengths[i % PAGES]));
        }
        for (int i = 0; i < SITES; i++) {
            write(
                    writer.layout.address("site-" + i + ".localhost"),
                    "{\"serviceId\":" + i % RELEASES + ",\"releaseId\":1,\"state\":\"LIVE\"}");
        }
    }

    private static String manifest(int site, String hash, int length) {
        return """
        {"format":1,"serviceId":%d,"releaseId":1,"createdAt":"2026-01-01T00:00:00Z","files":\
        {"index.html":{"sha256":"%s","bytes":%d,"mediaType":"text/html","gzip":null,\
        "brotli":null,"cache":"revalidate"}},"redirects":{}}\
        """
                .formatted(site, hash, length);
    }

    private static String start(int site) {
        return "page " + site % PAGES + " of many\n";
    }

    private static void write(Path path, String content) throws IOException {
        if (!Files.exists(path.getParent())) {
            Files.createDirectories(path.getParent());
        }
        Files.writeString(path, content);
    }

    private static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** So many small files are minutes of work for a busy disk; memory will do where it can. */
    static final class MemoryFiles implements TempDirFactory {
        private static final Path SHARED_MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.isWritable(SHARED_MEMORY)
                    ? Files.createTempDirectory(SHARED_MEMORY, "jium-edge")
                    : Files.createTempDirectory("jium-edge");
        }
    }
}
