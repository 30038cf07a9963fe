package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.testing.Api;
import io.jium.platform.testing.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules themselves are in LoginThrottleTest; this is how they meet people. */
class ThrottleTest extends AuthTest {

    @Test
    void whoFailsTooOftenWaits() {
        var person = auth.register();
        for (var i = 0; i < 5; i++) {
            assertThat(auth.tryLogin(person.email(), "guess " + i).status()).isEqualTo(401);
        }
        var refused = auth.tryLogin(person.email(), PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too_many_requests");
        assertThat(refused.header("Retry-After").map(Integer::parseInt).orElse(0)).isBetween(1, 1);
        auth.clock.advance(Duration.ofSeconds(2));
        assertThat(auth.tryLogin(person.email(), PASSWORD).status()).isEqualTo(200);
        assertThat(auth.tryLogin(person.email(), "one more").status()).isEqualTo(401);
        assertThat(auth.tryLogin(person.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobodyIsLockedOutByOthers() {
        var person = auth.register();
        for (var attacker : List.of("127.0.0.11", "127.0.0.12", "127.0.0.13")) {
            var api = auth.api().from(attacker);
            for (var i = 0; i < 5; i++) {
                assertThat(login(api, person.email(), "guess " + i).status()).isEqualTo(401);
            }
            assertThat(login(api, person.email(), PASSWORD).status()).isEqualTo(429);
        }
        var begun = System.nanoTime();
        assertThat(login(auth.api().from("127.0.0.14"), person.email(), PASSWORD).status())
                .as("from a fresh address")
                .isEqualTo(200);
        assertThat((System.nanoTime() - begun) / 1e9).as("braked").isGreaterThan(1);
        assertThat(auth.tryLogin(person.email(), PASSWORD).status())
                .as("from where he registered")
                .isEqualTo(200);
    }

    @Test
    void accountsThatDoNotExistAreThrottledAlike() {
        var email = AuthHost.freshEmail();
        for (var i = 0; i < 5; i++) {
            assertThat(auth.tryLogin(email, "guess " + i).status()).isEqualTo(401);
        }
        assertThat(auth.tryLogin(email, "guess").status()).isEqualTo(429);
    }

    private static Answer login(Api api, String email, String password) {
        return api.post("/auth/login", Map.of("email", email, "password", password));
    }
}
