package io.jium.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.contracts.event.Event;
import io.jium.fakes.FakePayment;
import io.jium.platform.events.Envelope;
import io.jium.platform.events.EventTypes;
import io.jium.platform.events.auth.AuthService;
import io.jium.platform.security.Security;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Api.Answer;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A host with the content service, and what tests do with it again and again. */
final class ContentHost implements AutoCloseable {

    private static final AtomicLong USERS = new AtomicLong();
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    final RunningHost host;
    private final Map<String, Long> told = new HashMap<>();

    private ContentHost(RunningHost host) {
        this.host = host;
    }

    /**
     * @param run the services that run, or {@code all}
     */
    static ContentHost start(Database database, String run) {
        List<Class<?>> services =
                List.of(AuthService.class, FakePayment.class, ContentService.class);
        return new ContentHost(
                RunningHost.start(services, database, Map.of("JIUM_RUN", run), new TestClock()));
    }

    Api visitor() {
        return host.api();
    }

    /** Somebody with a site that nothing was told of. */
    Owner owner() {
        var user = USERS.incrementAndGet();
        return new Owner(user, 100 * user + 1, host.api().as(AuthService.token("user", user)));
    }

    /** Another service. */
    Api service() {
        return host.api().with(Security.SERVICE_HEADER, host.serviceCredential());
    }

    JdbcClient database() {
        return host.database("content");
    }

    /** Tells the content service what another service has to say. */
    void hears(Event event) {
        var teller = EventTypes.teller(event.getClass());
        var seq = told.merge(teller, 1L, Long::sum);
        var envelope =
                new Envelope(
                        seq,
                        EventTypes.name(event.getClass()),
                        event.about(),
                        Instant.now(),
                        null,
                        JSON.writeValueAsString(event));
        var answer =
                service()
                        .raw(
                                "POST",
                                "/api/events/content/" + teller,
                                JSON.writeValueAsBytes(List.of(envelope)));
        assertThat(answer.json().path("seq").asLong()).as(answer.text()).isEqualTo(seq);
    }

    @Override
    public void close() {
        host.close();
    }

    record Owner(long userId, long site, Api api) {

        /** A new board without settings. */
        JsonNode board(String slug) {
            return created(
                    api.post(
                            "/content/boards",
                            Map.of("service_id", site, "name", "Board " + slug, "slug", slug)));
        }

        /** A new post that visitors see. */
        JsonNode post(JsonNode board, String title, String content) {
            return created(
                    api.post(
                            posts(board),
                            Map.of("title", title, "content", content, "status", "published")));
        }
    }

    static String posts(JsonNode board) {
        return path(board) + "/posts";
    }

    static String path(JsonNode board) {
        return "/content/boards/" + board.path("id").asLong();
    }

    static String postPath(JsonNode post) {
        return "/content/posts/" + post.path("id").asLong();
    }

    static JsonNode created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** One member of each row of a list. */
    static List<String> each(Answer list, String member) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json()
                .path("data")
                .valueStream()
                .map(row -> row.path(member).asString(null))
                .toList();
    }
}
