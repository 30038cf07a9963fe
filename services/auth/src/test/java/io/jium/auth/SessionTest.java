package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.security.Security;
import io.jium.platform.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTest extends AuthTest {

    @Test
    void logoutCountsAtOnce() {
        for (var round = 0; round < 3; round++) {
            var person = auth.register();
            assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
            assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
            assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
            assertThat(person.api().post("/auth/logout").status()).isEqualTo(401);
            assertThat(auth.refresh(person.refresh()).status()).isEqualTo(401);
        }
    }

    /** The cached standing must not outlive a logout even while others ask without a pause. */
    @Test
    void logoutCountsAtOnceHoweverBusyTheSessionIs() throws Exception {
        var person = auth.register();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                var _ =
                        threads.submit(() -> {
                            while (!over.get()) {
                                person.api().get("/auth/profile");
                            }
                        });
            }
            assertThat(person.api().post("/auth/logout").status()).isEqualTo(204);
            for (var i = 0; i < 20; i++) {
                assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
            }
            over.set(true);
        }
    }

    @Test
    void listsTheSessionsThereAre() {
        var person = auth.register();
        var phone =
                auth.api()
                        .with("User-Agent", "Phone/1.0 " + "x".repeat(300))
                        .post("/auth/login", Map.of("email", person.email(), "password", PASSWORD));
        auth.clock.advance(Duration.ofMinutes(5));
        var list = person.api().get("/auth/sessions").json();
        assertThat(list.path("next_cursor").isNull()).isTrue();
        assertThat(list.path("data")).hasSize(2);
        var first = list.at("/data/0");
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "current",
                        "user_agent",
                        "ip_address",
                        "created_at",
                        "last_seen_at",
                        "expires_at");
        assertThat(first.path("current").asBoolean()).isFalse();
        assertThat(first.path("user_agent").asString()).startsWith("Phone/1.0").hasSize(255);
        assertThat(first.path("ip_address").asString()).isEqualTo("127.0.0.1");
        var own = list.at("/data/1");
        assertThat(own.path("current").asBoolean()).isTrue();
        assertThat(time(own, "last_seen_at")).isAfter(time(first, "last_seen_at"));
        assertThat(time(own, "expires_at")).isAfter(time(own, "last_seen_at"));

        var page = person.api().get("/auth/sessions?limit=1").json();
        assertThat(page.path("data")).hasSize(1);
        var next =
                person.api()
                        .get("/auth/sessions?limit=1&cursor=" + page.path("next_cursor").asString())
                        .json();
        assertThat(next.at("/data/0/id").asLong()).isEqualTo(own.path("id").asLong());

        assertThat(person.api().delete("/auth/sessions/" + first.path("id").asLong()).status())
                .isEqualTo(204);
        assertThat(auth.person(phone).api().get("/auth/profile").status()).isEqualTo(401);
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
    }

    private static Instant time(JsonNode session, String field) {
        return Instant.parse(session.path(field).asString());
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() {
        var person = auth.register();
        var id = person.api().get("/auth/sessions").json().at("/data/0/id").asLong();
        assertThat(auth.register().api().delete("/auth/sessions/" + id).status()).isEqualTo(404);
        assertThat(auth.admin().api().delete("/auth/sessions/" + id).status()).isEqualTo(404);
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        var own = person.api().delete("/auth/sessions/" + id);
        assertThat(own.status()).isEqualTo(204);
        assertThat(own.headers("Set-Cookie")).hasSize(2);
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
    }

    @Test
    void anAccessTokenExpiresAndTheSessionGoesOn() {
        var person = auth.register();
        auth.clock.advance(Duration.ofHours(24).minusSeconds(5));
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        auth.clock.advance(Duration.ofSeconds(6));
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
        assertThat(auth.person(auth.refresh(person.refresh())).api().get("/auth/profile").status())
                .isEqualTo(200);
    }

    @Test
    void otherServicesAskWithTheServiceCredential() {
        var person = auth.register();
        var sid = person.api().get("/auth/sessions").json().at("/data/0/id").asLong();
        var service = auth.api().with(Security.SERVICE_HEADER, auth.host.serviceCredential());
        assertThat(state(service.get("/api/sessions/" + sid).json())).isEqualTo("LIVE");
        assertThat(state(service.get("/api/sessions/123456789").json())).isEqualTo("ENDED");
        var user = service.get("/api/users/" + person.id()).json();
        assertThat(user.path("email").asString()).isEqualTo(person.email());
        assertThat(user.path("status").asString()).isEqualTo("active");
        assertThat(service.get("/api/users/123456789").status()).isEqualTo(404);
        assertThat(service.get("/api/keys").json().path("keys")).isNotEmpty();
        person.api().post("/auth/logout");
        assertThat(state(service.get("/api/sessions/" + sid).json())).isEqualTo("ENDED");
        assertThat(auth.api().get("/api/sessions/" + sid).status()).isEqualTo(401);
        assertThat(person.api().get("/api/users/" + person.id()).status()).isEqualTo(401);
    }

    private static String state(JsonNode standing) {
        return standing.path("state").asString();
    }

    @Test
    void expiredSessionsAreForgotten() {
        var person = auth.register();
        auth.clock.advance(Duration.ofDays(31));
        Eventually.holds(
                "forgotten session",
                () ->
                        auth.host
                                        .database("auth")
                                        .sql("select count(*) from user_sessions where user_id = ?")
                                        .param(person.id())
                                        .query(Long.class)
                                        .single()
                                == 0);
    }
}
