package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends AuthTest {

    @Test
    void registeringAgainWithTheSameKeyIsAnsweredAsTheFirstTime() {
        var email = AuthHost.freshEmail();
        var api = auth.api().with("Idempotency-Key", "key of " + email);
        var form = Map.of("name", "n", "email", email, "password", AuthHost.PASSWORD);
        var first = api.post("/auth/register", form);
        var again = api.post("/auth/register", form);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        var other = Map.of("name", "n", "email", email, "password", "another password");
        assertThat(api.post("/auth/register", other).code()).isEqualTo("idempotency_key_reused");
    }
}
