package io.jium.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.events.auth.AuthService;
import io.jium.platform.events.books.BooksService;
import io.jium.platform.events.late.LateService;
import io.jium.platform.events.shop.ShopService;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A shop tells, books hear: in real processes, on real databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(Database.class)
class EventsTest {

    private static final List<Class<?>> SERVICES =
            List.of(AuthService.class, ShopService.class, BooksService.class, LateService.class);

    private final Database database;
    private RunningHost host;

    EventsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        host = RunningHost.start(SERVICES, database, withoutLate(), new TestClock());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** The last service is away from the start: that holds up nobody. */
    private static Map<String, String> withoutLate() {
        return Map.of("JIUM_RUN", "auth,shop,books");
    }

    @Test
    void whatIsToldIsHeardOnceAndInTheOrderOfEachThing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sellers = new ArrayList<Callable<Void>>();
            for (var item = 1; item <= 5; item++) {
                var sold = item;
                sellers.add(() -> {
                    for (var n = 0; n < 40; n++) {
                        sell(sold, "n" + n);
                    }
                    return null;
                });
            }
            for (var seller : threads.invokeAll(sellers)) {
                seller.get();
            }
        }
        Eventually.holds("200 entries", () -> count("books") >= 200);
        assertThat(count("books")).isEqualTo(200);
        for (var item = 1; item <= 5; item++) {
            var expected = new ArrayList<String>();
            for (var n = 0; n < 40; n++) {
                expected.add("n" + n);
            }
            assertThat(notes("books", item)).isEqualTo(expected);
        }
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThat(post("/shop/sell-and-fail", 1, "never").status()).isEqualTo(400);
        assertThat(post("/shop/tell-without-a-transaction", 1, "never").status()).isEqualTo(500);
        sell(1, "but this");
        Eventually.holds("an entry", () -> count("books") > 0);
        assertThat(notes("books", 1)).containsExactly("but this");
    }

    @Test
    void whatCannotBeHeardIsParkedAndHoldsUpOnlyWhatIsAboutTheSame() {
        sell(7, "before");
        sell(7, "poison");
        sell(7, "after");
        sell(8, "another");
        Eventually.holds("what is about another", () -> !notes("books", 8).isEmpty());
        assertThat(notes("books", 7)).containsExactly("before");

        var operator = host.api().as(AuthService.token("admin"));
        var state = operator.get("/shop/events").json();
        assertThat(state.path("told").asLong()).isEqualTo(4);
        assertThat(state.at("/heard/books").asLong()).isEqualTo(4);
        assertThat(state.at("/heard/late").isNull()).isTrue();
        assertThat(host.api().get("/books/events/parked").status()).isEqualTo(401);
        assertThat(host.api().as(AuthService.token("user")).get("/books/events/parked").status())
                .isEqualTo(403);
        var parked = operator.get("/books/events/parked").json().path("data");
        assertThat(parked).hasSize(2);
        assertThat(parked.at("/0/type").asString()).isEqualTo("shop.Sold");
        assertThat(parked.at("/0/about").asString()).isEqualTo("item 7");
        assertThat(parked.at("/0/reason").asString()).contains("This cannot be entered");
        assertThat(parked.at("/1/reason").isNull()).isTrue();

        var replay = "/books/events/parked/%d/replay".formatted(parked.at("/1/id").asLong());
        var tooEarly = operator.post(replay);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.code()).isEqualTo("event_not_heard");
        assertThat(notes("books", 7)).containsExactly("before");

        host.database("books").sql("insert into mended (id) values (1)").update();
        assertThat(operator.post(replay).status()).isEqualTo(204);
        assertThat(notes("books", 7)).containsExactly("before", "poison", "after");
        assertThat(operator.get("/books/events/parked").json().path("data")).isEmpty();
        sell(7, "later");
        Eventually.holds("a later sale", () -> notes("books", 7).contains("later"));
    }

    @Test
    void whoComesLaterHearsEverythingFromTheBeginning() {
        for (var n = 0; n < 30; n++) {
            sell(n % 3, "n" + n);
        }
        Eventually.holds("30 entries", () -> count("books") == 30);
        host.restart(Map.of());
        sell(9, "new");
        Eventually.holds("31 entries", () -> count("late") == 31);
        assertThat(notes("late", 1))
                .containsExactly("n1", "n4", "n7", "n10", "n13", "n16", "n19", "n22", "n25", "n28");
        Eventually.holds("the new one", () -> count("books") == 31);
    }

    @Test
    void whatIsHeardTwiceCountsOnceAndGapsAreNotJumped() {
        sell(1, "one");
        Eventually.holds("an entry", () -> count("books") == 1);
        var told = host.database("shop").sql("select last_seq from outbox_counter");
        assertThat(told.query(Long.class).single()).isEqualTo(1);
        assertThat(hear(1, "one")).isEqualTo(1);
        assertThat(hear(3, "three")).isEqualTo(1);
        assertThat(notes("books", 1)).containsExactly("one");
        assertThat(hear(2, "two")).isEqualTo(2);
        assertThat(notes("books", 1)).containsExactly("one", "two");
    }

    /** What another process of the shop would send. */
    private long hear(long seq, String note) {
        var event =
                Map.of(
                        "seq", seq,
                        "type", "shop.Sold",
                        "about", "item 1",
                        "told_at", "2026-11-26T00:00:00Z",
                        "payload",
                                new JsonMapper()
                                        .writeValueAsString(Map.of("item", 1, "note", note)));
        var answer =
                host.api()
                        .with("Jium-Service-Credential", host.serviceCredential())
                        .post("/api/events/books/shop", List.of(event));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("seq").asLong();
    }

    @Test
    void onlyServicesMayHaveEventsHeard() {
        assertThat(host.api().post("/api/events/books/shop", List.of()).status()).isEqualTo(401);
    }

    @Test
    void whoNeedsAServiceThatIsAwayIsToldToComeAgain() {
        host.restart(Map.of("JIUM_RUN", "shop,books", "JIUM_AUTH_URL", "http://127.0.0.1:1"));
        var answer = host.api().as(AuthService.token("admin")).get("/books/events/parked");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service_unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void howFastAndHowFarOthersHearIsToBeRead() {
        sell(7, "poison");
        sell(8, "another");
        Eventually.holds("two heard", () -> count("books") == 1);
        assertThat(host.api().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(host.metrics())
                .contains(
                        "jium_events_waiting{hearer=\"books\",teller=\"shop\"} 0.0",
                        "jium_events_waiting{hearer=\"late\",teller=\"shop\"} NaN",
                        "jium_events_parked{hearer=\"books\"} 1.0",
                        "jium_events_delay_seconds_count{hearer=\"books\",teller=\"shop\"} 2");
    }

    private void sell(long item, String note) {
        var answer = post("/shop/sell", item, note);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private Api.Answer post(String path, long item, String note) {
        return host.api().post(path, Map.of("item", item, "note", note));
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
