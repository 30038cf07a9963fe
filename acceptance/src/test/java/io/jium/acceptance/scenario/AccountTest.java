package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@InEveryTopology
class AccountTest {

    private final Installation jium;
    private final Client anybody;

    AccountTest(Topology topology) {
        this.jium = topology.installation();
        this.anybody = jium.anybody();
    }

    @Test
    void signingUpSignsIn() {
        var customer = jium.customer();
        var profile = customer.client().get("/auth/profile").expect(200);
        assertThat(profile.id()).isEqualTo(customer.id());
        assertThat(profile.at("email").asString()).isEqualTo(customer.email());
        assertThat(profile.at("role").asString()).isEqualTo("user");
        assertThat(profile.at("status").asString()).isEqualTo("active");
        assertThat(profile.at("email_verified_at").isNull()).isTrue();
    }

    @Test
    void theAccessTokenSaysWhatTheContractSays() {
        var customer = jium.customer();
        var parts = customer.accessToken().split("\\.");
        var header = new JsonMapper().readTree(decoded(parts[0]));
        var claims = new JsonMapper().readTree(decoded(parts[1]));
        assertThat(header.at("/kid").asString()).isNotBlank();
        assertThat(header.at("/alg").asString()).isEqualTo("RS256");
        assertThat(claims.propertyNames())
                .contains("user_id", "email", "role", "iat", "exp", "iss", "sub", "jti", "sid");
        assertThat(claims.at("/user_id").asLong()).isEqualTo(customer.id());
        assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong()).isEqualTo(86_400);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anAddressCanSignUpOnce() {
        var customer = jium.customer();
        var again = Map.of("name", "B", "email", customer.email(), "password", "other words 12345");
        assertThat(
                        anybody.post("/auth/register", again)
                                .expectProblem(422, "validation_failed")
                                .errors())
                .containsExactly("email:taken");
    }

    @Test
    void anUnknownAddressAndAWrongPasswordAreRefusedAlike() {
        var customer = jium.customer();
        var wrong =
                anybody.post(
                                "/auth/login",
                                Map.of("email", customer.email(), "password", "not this one 1"))
                        .expectProblem(401, "invalid_credentials");
        var unknown =
                anybody.post(
                                "/auth/login",
                                Map.of("email", "nobody@example.com", "password", "not this one 1"))
                        .expectProblem(401, "invalid_credentials");
        assertThat(unknown.at("detail")).isEqualTo(wrong.at("detail"));
    }

    @Test
    void aRefreshTokenIsGoodForOneRefresh() {
        var customer = jium.customer();
        var next = refresh(customer.refreshToken()).expect(200);
        var third = refresh(next.at("refresh_token").asString()).expect(200);
        var last = anybody.as(third.at("access_token").asString());
        last.get("/auth/profile").expect(200);

        // Stolen or lost: the first one was used long ago, so the whole session ends.
        refresh(customer.refreshToken()).expect(401);
        last.get("/auth/profile").expectProblem(401, "unauthenticated");
        refresh(third.at("refresh_token").asString()).expect(401);
    }

    private io.jium.acceptance.installation.Answer refresh(String token) {
        return anybody.post("/auth/refresh", Map.of("refresh_token", token));
    }

    @Test
    void loggingOutEndsTheTokenAtOnceInEveryService() {
        var customer = jium.customer();
        customer.client().get("/payment/services").expect(200);
        customer.client().post("/auth/logout").expect(204);
        for (var path : new String[] {"/auth/profile", "/payment/services", "/auth/sessions"}) {
            customer.client().get(path).expectProblem(401, "unauthenticated");
        }
        refresh(customer.refreshToken()).expect(401);
    }

    @Test
    void oneSessionCanEndAnother() {
        var customer = jium.customer();
        var elsewhere = customer.again(anybody);
        var sessions = customer.client().get("/auth/sessions").expect(200).data();
        assertThat(sessions).hasSize(2);
        var other = sessions.stream().filter(s -> !s.at("/current").asBoolean()).findFirst().get();
        customer.client().delete("/auth/sessions/" + other.at("/id").asLong()).expect(204);
        elsewhere.client().get("/auth/profile").expectProblem(401, "unauthenticated");
        customer.client().get("/auth/profile").expect(200);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
        var customer = jium.customer();
        var elsewhere = customer.again(anybody);
        assertThat(
                        customer.client()
                                .put(
                                        "/auth/profile",
                                        Map.of(
                                                "password", "brand new words 7",
                                                "current_password", "wrong words 123"))
                                .expect(422)
                                .errors())
                .containsExactly("current_password:wrong");
        customer.client()
                .put(
                        "/auth/profile",
                        Map.of(
                                "password",
                                "brand new words 7",
                                "current_password",
                                customer.password()))
                .expect(200);
        elsewhere.client().get("/auth/profile").expect(401);
        customer.client().get("/auth/profile").expect(200);
    }

    @Test
    void aSuspendedCustomerIsTurnedAwayEverywhereUntilActiveAgain() {
        var customer = jium.customer();
        var admin = jium.administrator();
        admin.client()
                .put("/auth/users/" + customer.id(), Map.of("status", "suspended"))
                .expect(200);
        io.jium.platform.testing.Eventually.holds(
                "refusal", () -> customer.client().get("/payment/services").status() == 403);
        customer.client().get("/auth/profile").expectProblem(403, "account_suspended");
        anybody.post(
                        "/auth/login",
                        Map.of("email", customer.email(), "password", customer.password()))
                .expectProblem(403, "account_suspended");
        admin.client().put("/auth/users/" + customer.id(), Map.of("status", "active")).expect(200);
        jium.administrator();
        Customer again = customer.again(anybody);
        again.client().get("/payment/services").expect(200);
    }

    @Test
    void theKeysAreThereForEverybody() {
        var keys = anybody.get("/auth/.well-known/jwks.json").expect(200);
        assertThat(keys.at("keys/0/kty").asString()).isEqualTo("RSA");
        assertThat(keys.text()).doesNotContain("\"d\"");
    }
}
