package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest extends AuthTest {

    private static final String NEW_PASSWORD = "a wholly different one";

    @Test
    void changesNameAndLanguage() {
        var person = auth.register();
        var answer = person.api().put("/auth/profile", Map.of("name", "새 이름", "locale", "ko"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("새 이름");
        assertThat(answer.json().path("locale").asString()).isEqualTo("ko");
        var renamed = person.api().put("/auth/profile", Map.of("name", "또 다른 이름"));
        assertThat(renamed.json().path("locale").asString()).isEqualTo("ko");
        assertThat(person.api().get("/auth/profile").json()).isEqualTo(renamed.json());
        assertThat(person.api().put("/auth/profile", Map.of()).json()).isEqualTo(renamed.json());
    }

    @Test
    void whatCannotBeChangedStays() {
        var person = auth.register();
        var answer =
                person.api()
                        .put(
                                "/auth/profile",
                                Map.of("email", "x@example.com", "role", "admin", "id", 1));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("email").asString()).isEqualTo(person.email());
        assertThat(answer.json().path("role").asString()).isEqualTo("user");
    }

    @Test
    void tellsMistakes() {
        var api = auth.register().api();
        assertThat(api.put("/auth/profile", Map.of("name", " ", "locale", "fr")).errors())
                .containsExactly("name:required", "locale:unknown");
        assertThat(api.put("/auth/profile", Map.of("password", NEW_PASSWORD)).errors())
                .containsExactly("current_password:required");
        assertThat(api.put("/auth/profile", password("not it", NEW_PASSWORD)).errors())
                .containsExactly("current_password:wrong");
        assertThat(api.put("/auth/profile", password(PASSWORD, "short")).errors())
                .containsExactly("password:size");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var person = auth.register();
        var other = auth.login(person.email(), PASSWORD);
        assertThat(other.api().get("/auth/profile").status()).isEqualTo(200);
        var answer = person.api().put("/auth/profile", password(PASSWORD, NEW_PASSWORD));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(other.api().get("/auth/profile").status()).isEqualTo(401);
        assertThat(auth.refresh(other.refresh()).status()).isEqualTo(401);
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(auth.tryLogin(person.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(auth.tryLogin(person.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theCurrentPasswordCannotBeGuessedWithAStolenSession() {
        var person = auth.register();
        for (var i = 0; i < 5; i++) {
            var answer = person.api().put("/auth/profile", password("guess " + i, NEW_PASSWORD));
            assertThat(answer.status()).isEqualTo(422);
        }
        var refused = person.api().put("/auth/profile", password(PASSWORD, NEW_PASSWORD));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
    }

    private static Map<String, String> password(String current, String wanted) {
        return Map.of("current_password", current, "password", wanted);
    }
}
