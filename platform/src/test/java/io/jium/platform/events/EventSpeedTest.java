package io.jium.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.MariaDb;
import io.jium.platform.testing.RedisServer;
import io.jium.platform.testing.RunningHost;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast events are, from the shop in this process through Redis to the books in another one,
 * each event told in a transaction of its own: {@code ./jium bench}.
 */
@EnabledIfSystemProperty(named = "jium.bench", matches = "true")
class EventSpeedTest {

    private static final Logger LOG = LoggerFactory.getLogger(EventSpeedTest.class);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    @Test
    void eventsAreHeardAtOnce() throws Exception {
        var port = freePort();
        try (var redis = RedisServer.start()) {
            var settings = new HashMap<String, String>();
            settings.put("JIUM_RUN", "auth,shop");
            settings.put("JIUM_SERVICE_SECRET", "a secret for the time of a measurement");
            settings.put("JIUM_REDIS_URL", redis.url());
            try (var shop =
                    RunningHost.start(
                            BooksMain.SERVICES, Database.MARIADB, settings, Clock.systemUTC())) {
                // As in production: a commit is on the disk.
                shop.database("shop").sql("set global innodb_flush_log_at_trx_commit = 1").update();
                settings.put("JIUM_RUN", "books");
                settings.put("JIUM_PORT", Integer.toString(port));
                settings.put("JIUM_AUTH_URL", "http://127.0.0.1:" + shop.port());
                settings.put("JIUM_DATA", Files.createTempDirectory("jium-books").toString());
                settings.put("JIUM_METRICS_TOKEN", "measuring");
                settings.put("JIUM_DATABASE_URL", MariaDb.server().url());
                settings.put("JIUM_DATABASE_USER", MariaDb.USER);
                settings.put("JIUM_DATABASE_PASSWORD", "");
                var books = start(settings);
                try {
                    var metrics =
                            new Api("http://127.0.0.1:" + port)
                                    .with("Authorization", "Bearer measuring");
                    run(shop, metrics, 500);
                    run(shop, metrics, 2_000);
                } finally {
                    books.destroyForcibly();
                }
            }
        }
    }

    private static void run(RunningHost shop, Api metrics, int rate) {
        sell(shop, rate, WARM_UP);
        allHeard(shop);
        var before = metrics.get("/actuator/prometheus").text();
        var begun = System.nanoTime();
        var sold = sell(shop, rate, MEASURED);
        var told = (System.nanoTime() - begun) / 1e9;
        allHeard(shop);
        var heard = (System.nanoTime() - begun) / 1e9;
        var after = metrics.get("/actuator/prometheus").text();
        var count = count(after, "+Inf") - count(before, "+Inf");
        assertThat(count).isEqualTo(sold);
        LOG.warn(
                "{} a second wanted: {} told in {} s ({}/s), all heard after {} s; heard within 10 ms {} %, 50 ms {} %, 100 ms {} %, 500 ms {} %",
                rate,
                sold,
                "%.1f".formatted(told),
                Math.round(sold / told),
                "%.1f".formatted(heard),
                share(before, after, "0.01"),
                share(before, after, "0.05"),
                share(before, after, "0.1"),
                share(before, after, "0.5"));
    }

    private static int sell(RunningHost shop, int rate, Duration time) {
        var sold =
                shop.api()
                        .post(
                                "/shop/sell-on?rate=%d&seconds=%d"
                                        .formatted(rate, time.toSeconds()),
                                Map.of());
        assertThat(sold.status()).isEqualTo(200);
        return Integer.parseInt(sold.text());
    }

    private static void allHeard(RunningHost shop) {
        Eventually.holds(
                "hearing of everything",
                () ->
                        shop.database("shop")
                                .sql("select count(*) from outbox_events")
                                .query(Long.class)
                                .single()
                                .equals(
                                        shop.database("books")
                                                .sql("select max(seq) from inbox_positions")
                                                .query(Long.class)
                                                .single()));
    }

    private static String share(String before, String after, String bucket) {
        var all = count(after, "+Inf") - count(before, "+Inf");
        return "%.2f".formatted(100.0 * (count(after, bucket) - count(before, bucket)) / all);
    }

    private static long count(String metrics, String bucket) {
        var line =
                Pattern.compile(
                                "jium_events_delay_seconds_bucket\\{hearer=\"books\",teller=\"shop\",le=\"%s\"} (\\d+)"
                                        .formatted(Pattern.quote(bucket)))
                        .matcher(metrics);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static Process start(Map<String, String> settings) throws IOException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.timezone=UTC",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BooksMain.class.getName())
                        .inheritIO();
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
