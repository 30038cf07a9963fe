package io.jium.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.events.auth.AuthService;
import io.jium.platform.events.books.BooksService;
import io.jium.platform.events.late.LateService;
import io.jium.platform.events.shop.ShopService;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RedisServer;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop tells and the books hear through a real Redis, each in two processes. */
class StreamsTest {

    private static final List<Class<?>> SERVICES =
            List.of(AuthService.class, ShopService.class, BooksService.class, LateService.class);
    private static final String STREAM = "jium:events:{shop}";

    private RedisServer redis;
    private RunningHost host;
    private RunningHost second;

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        host = RunningHost.start(SERVICES, Database.MARIADB, settings(), new TestClock());
        second = host.beside(settings());
    }

    @AfterEach
    void stop() {
        second.close();
        host.close();
        redis.close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "JIUM_RUN", "auth,shop,books",
                "JIUM_REDIS_URL", redis.url(),
                "JIUM_BINDING", "loopback");
    }

    @Test
    void whatIsToldIsHeardOnceAndInOrderWhoeverTellsAndHears() throws Exception {
        sellInBoth(1, 60);
        heard(300);
        assertThat(redis.cli("XLEN", STREAM)).isEqualTo("300");
        assertThat(redis.cli("XINFO", "GROUPS", STREAM)).contains("books");
        Eventually.holds(
                "everything acknowledged",
                () -> redis.cli("XPENDING", STREAM, "books").startsWith("0"));
        inOrder(1, 60);
    }

    @Test
    void redisThatIsKilledAndComesBackEmptyCostsNothing() throws Exception {
        sellInBoth(1, 10);
        heard(50);
        redis.kill();
        sellInBoth(11, 10);
        heard(100);
        redis.startAgain();
        sellInBoth(21, 10);
        heard(150);
        Eventually.holds("the stream in use again", () -> !redis.cli("XLEN", STREAM).equals("0"));
        sellInBoth(31, 10);
        heard(200);
        inOrder(1, 40);
    }

    @Test
    void whatTheStreamHasLostTheTellerTellsAgain() throws Exception {
        sellInBoth(1, 10);
        heard(50);
        redis.cli("DEL", STREAM);
        sellInBoth(11, 10);
        heard(100);
        redis.cli("XTRIM", STREAM, "MAXLEN", "1");
        var settings = new HashMap<>(settings());
        settings.put("JIUM_RUN", "auth,shop,books,late");
        try (var third = host.beside(settings)) {
            assertThat(third.port()).isPositive();
            sell(host, 1, "last");
            Eventually.holds("101 entries", () -> count("late") >= 101);
            assertThat(count("late")).isEqualTo(101);
            assertThat(notes("late", 1)).startsWith("n1", "n2").endsWith("n20", "last");
        }
    }

    @Test
    void whatAProcessWasGivenWhenItDiedIsHeardByAnother() throws Exception {
        sellInBoth(1, 2);
        heard(10);
        // Given to a process that never says another word.
        second.close();
        host.stop();
        redis.cli("XADD", STREAM, "11-0", "event", sold(11, 9, "given"));
        redis.cli("XREADGROUP", "GROUP", "books", "dead", "COUNT", "1", "STREAMS", STREAM, ">");
        host.restart();
        second = host.beside(settings());
        assertThat(redis.cli("XPENDING", STREAM, "books")).startsWith("1");
        // The next one does not follow on the last one heard: the missing one is heard before it.
        redis.cli("XADD", STREAM, "12-0", "event", sold(12, 9, "next"));
        Eventually.holds("both", () -> notes("books", 9).equals(List.of("given", "next")));
    }

    private static String sold(long seq, long item, String note) {
        return """
        {"seq": %d, "type": "shop.Sold", "about": "item %d", "told_at": "2026-11-26T00:00:00Z", "payload": "{\\"item\\": %d, \\"note\\": \\"%s\\"}"}\
        """
                .formatted(seq, item, item, note);
    }

    private void sellInBoth(int first, int each) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sellers = new ArrayList<Callable<Void>>();
            for (var item = 1; item <= 5; item++) {
                var sold = item;
                sellers.add(() -> {
                    for (var n = first; n < first + each; n++) {
                        sell(n % 2 == 0 ? host : second, sold, "n" + n);
                    }
                    return null;
                });
            }
            for (var seller : threads.invokeAll(sellers)) {
                seller.get();
            }
        }
    }

    private static void sell(RunningHost where, long item, String note) {
        var answer = where.api().post("/shop/sell", Map.of("item", item, "note", note));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private void heard(int entries) {
        Eventually.holds(entries + " entries", () -> count("books") >= entries);
        assertThat(count("books")).isEqualTo(entries);
    }

    private void inOrder(int first, int last) {
        var expected = IntStream.rangeClosed(first, last).mapToObj(n -> "n" + n).toList();
        for (var item = 1; item <= 5; item++) {
            assertThat(notes("books", item)).isEqualTo(expected);
        }
    }

    private int count(String service) {
        return host.database(service)
                .sql("select count(*) from entries")
                .query(Integer.class)
                .single();
    }

    private List<String> notes(String service, long item) {
        return host.database(service)
                .sql("select note from entries where item = ? order by id")
                .param(item)
                .query((row, number) -> row.getString("note"))
                .list();
    }
}
