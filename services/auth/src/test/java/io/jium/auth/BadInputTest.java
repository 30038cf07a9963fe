package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BadInputTest extends AuthTest {

    private static final List<String> ADDRESSES =
            List.of(
                    "POST /auth/register",
                    "POST /auth/login",
                    "POST /auth/refresh",
                    "PUT /auth/profile",
                    "POST /auth/verify-email",
                    "POST /auth/password-reset",
                    "POST /auth/password-reset/confirm",
                    "PUT /auth/users/1",
                    "PUT /auth/users/1/permissions");

    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "email",
                    "password",
                    "current_password",
                    "locale",
                    "token",
                    "refresh_token",
                    "status",
                    "role",
                    "permissions");

    /**
     * Every endpoint with a body, every kind of rubbish: always a refusal, never a failure. Only
     * who asks for a new password is never told that there is no such address.
     */
    @Test
    void rubbishIsRefused() {
        var admin = auth.admin().api();
        for (var address : ADDRESSES) {
            var parts = address.split(" ", 2);
            for (var body : rubbish()) {
                var answer = admin.raw(parts[0], parts[1], body);
                if (parts[1].equals("/auth/password-reset") && answer.status() == 202) {
                    continue;
                }
                assertThat(answer.status())
                        .as("%s %s: %s", address, shown(body), answer)
                        .isBetween(400, 499);
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.code()).isNotEmpty();
                assertThat(answer.json().path("detail").asString())
                        .isNotEqualTo(answer.code() + ".detail");
            }
        }
    }

    private static List<byte[]> rubbish() {
        var bodies = new ArrayList<byte[]>();
        for (var text :
                List.of(
                        "null",
                        "[]",
                        "1",
                        "\"text\"",
                        "{",
                        "{\"email\":",
                        "{\"email\":\"a@example.com\"} trailing",
                        "[".repeat(5000),
                        "{\"a\":".repeat(2000),
                        everyField("5"),
                        everyField("true"),
                        everyField("{}"),
                        everyField("[[]]"),
                        everyField("[null]"),
                        everyField("\"\""),
                        everyField("\"\\u0000\""),
                        everyField("\"\\ud800\""),
                        everyField("\"" + "x".repeat(100_000) + "\""))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(everyField("\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1));
        bodies.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        return bodies;
    }

    private static String everyField(String value) {
        return FIELDS.stream()
                .map(field -> "\"%s\":%s".formatted(field, value))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), 60));
    }

    @Test
    void anotherTypeOfBodyIsRefused() {
        var form = auth.api().with("Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.raw("POST", "/auth/login", bytes("email=a&password=b")).status())
                .isEqualTo(415);
    }

    @Test
    void unknownThingsAreNotFoundAndUnknownMethodsNotAllowed() {
        var admin = auth.admin().api();
        assertThat(admin.get("/auth/nothing").status()).isEqualTo(404);
        assertThat(admin.delete("/auth/login").status()).isEqualTo(405);
        for (var id : List.of("0", "-1", "999999", "99999999999999999999", "x")) {
            assertThat(admin.put("/auth/users/" + id, Map.of("status", "active")).status())
                    .as(id)
                    .isBetween(400, 404);
            assertThat(admin.delete("/auth/sessions/" + id).status()).as(id).isBetween(400, 404);
        }
        for (var query : List.of("limit=0", "limit=101", "limit=x", "cursor=x")) {
            assertThat(admin.get("/auth/users?" + query).status()).as(query).isEqualTo(422);
        }
        assertThat(admin.get("/auth/users?cursor=%C3").code()).isEqualTo("malformed_request");
        assertThat(admin.get("/auth/users?q=" + "x".repeat(300)).status()).isEqualTo(422);
    }

    @Test
    void badTokensAreRefused() {
        for (var token : List.of("", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "ÿ")) {
            assertThat(auth.api().with("Authorization", "Bearer " + token).get("/auth/profile"))
                    .as(token)
                    .satisfies(answer -> {
                        assertThat(answer.status()).isEqualTo(401);
                        assertThat(answer.code()).isEqualTo("unauthenticated");
                    });
        }
        assertThat(auth.api().get("/auth/profile").header("WWW-Authenticate")).hasValue("Bearer");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
