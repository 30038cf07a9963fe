package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RegisterAndLoginTest extends AuthTest {

    @Test
    void registeringLogsIn() throws Exception {
        var email = AuthHost.freshEmail();
        var answer =
                auth.api()
                        .post(
                                "/auth/register",
                                Map.of(
                                        "name",
                                        " 김지음 ",
                                        "email",
                                        " " + email.toUpperCase(Locale.ROOT),
                                        "password",
                                        PASSWORD));
        assertThat(answer.status()).isEqualTo(201);
        var tokens = answer.json();
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder(
                        "access_token", "refresh_token", "token_type", "expires_in", "user");
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asLong()).isEqualTo(86400);
        var user = tokens.path("user");
        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "email",
                        "role",
                        "status",
                        "email_verified_at",
                        "locale",
                        "created_at");
        assertThat(user.path("name").asString()).isEqualTo("김지음");
        assertThat(user.path("email").asString()).isEqualTo(email);
        assertThat(user.path("role").asString()).isEqualTo("user");
        assertThat(user.path("status").asString()).isEqualTo("active");
        assertThat(user.path("locale").asString()).isEqualTo("en");
        assertThat(user.path("email_verified_at").isNull()).isTrue();
        assertThat(user.path("created_at").asString()).endsWith("Z");

        var claims =
                SignedJWT.parse(tokens.path("access_token").asString())
                        .getJWTClaimsSet()
                        .toJSONObject();
        assertThat(claims)
                .containsOnlyKeys(
                        "user_id", "email", "role", "iat", "exp", "iss", "sub", "jti", "sid")
                .containsEntry("iss", "jium")
                .containsEntry("user_id", user.path("id").asLong())
                .containsEntry("sub", user.path("id").asString())
                .containsEntry("email", email)
                .containsEntry("role", "user");
        assertThat(auth.person(answer).api().get("/auth/profile").json()).isEqualTo(user);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void tellsEachMistakeOfAForm(String name, Map<String, Object> form, List<String> errors) {
        var answer = auth.api().post("/auth/register", form);
        assertThat(answer.status()).as(name).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.errors()).containsExactlyElementsOf(errors);
        assertThat(answer.json().at("/errors/0/message").asString()).contains(" ");
    }

    static Stream<Arguments> mistakes() {
        var email = "mistaken@example.com";
        return Stream.of(
                form("nothing", "", "", "", "name:required", "email:required", "password:required"),
                form("blank name", "  ", email, PASSWORD, "name:required"),
                form("long name", "가".repeat(101), email, PASSWORD, "name:size"),
                form("name of two lines", "a\nb", email, PASSWORD, "name:invalid"),
                form("no at", "n", "mistaken.example.com", PASSWORD, "email:email"),
                form("two ats", "n", "a@b@example.com", PASSWORD, "email:email"),
                form("no dot", "n", "a@example", PASSWORD, "email:email"),
                form("space", "n", "a b@example.com", PASSWORD, "email:email"),
                form("dots", "n", "a..b@example.com", PASSWORD, "email:email"),
                form("line break", "n", "a@example.com\nbcc: b@c.de", PASSWORD, "email:email"),
                form(
                        "long",
                        "n",
                        "a@" + "b".repeat(60) + ".c".repeat(100),
                        PASSWORD,
                        "email:email"),
                form("short password", "n", email, "1234567", "password:size"),
                form("short in Hangul", "n", email, "비밀번호일곱자", "password:size"),
                form("long password", "n", email, "p".repeat(129), "password:size"),
                form("common password", "n", email, "Password123", "password:common"),
                form("Korean keyboard", "n", email, "dkssudgktpdy", "password:common"),
                form("own address", "n", email, "x" + email, "password:contains_email"),
                form("several", "", "x", "y", "name:required", "email:email", "password:size"));
    }

    private static Arguments form(
            String what, String name, String email, String password, String... errors) {
        return Arguments.of(
                what, Map.of("name", name, "email", email, "password", password), List.of(errors));
    }

    @Test
    void acceptsTheLongestOfEverything() {
        var email = "a".repeat(64) + "@" + "b".repeat(60) + ".example.com";
        var password = "암".repeat(128);
        var answer =
                auth.api()
                        .post(
                                "/auth/register",
                                Map.of(
                                        "name",
                                        "가".repeat(99) + "😀",
                                        "email",
                                        email,
                                        "password",
                                        password));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(auth.tryLogin(email, password).status()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        var taken = auth.register();
        var answer =
                auth.api()
                        .post(
                                "/auth/register",
                                Map.of(
                                        "name",
                                        "n",
                                        "email",
                                        taken.email().toUpperCase(Locale.ROOT),
                                        "password",
                                        PASSWORD));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("email:taken");
    }

    @Test
    void ofTwoWhoRegisterTheSameAddressAtOnceOneSucceeds() throws Exception {
        var form = Map.of("name", "n", "email", AuthHost.freshEmail(), "password", PASSWORD);
        var statuses = Together.run(4, () -> auth.api().post("/auth/register", form).status());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
    }

    @Test
    void logsInWhateverTheCaseOfTheAddress() {
        var person = auth.register();
        var again = auth.login(person.email().toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(again.id()).isEqualTo(person.id());
    }

    @Test
    void aPasswordIsTheSameHoweverItsHangulIsComposed() {
        var email = AuthHost.freshEmail();
        var composed = "비밀번호를정해요";
        auth.api()
                .post(
                        "/auth/register",
                        Map.of(
                                "name",
                                "n",
                                "email",
                                email,
                                "password",
                                Normalizer.normalize(composed, Normalizer.Form.NFD)));
        assertThat(auth.tryLogin(email, composed).status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreToldAlike() {
        var person = auth.register();
        var wrong = auth.tryLogin(person.email(), "not the password");
        var unknown = auth.tryLogin(AuthHost.freshEmail(), "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("invalid_credentials");
        assertThat(withoutTrace(unknown.json())).isEqualTo(withoutTrace(wrong.json()));
        assertThat(withoutTrace(auth.tryLogin("no address", "x").json()))
                .isEqualTo(withoutTrace(wrong.json()));
    }

    private static JsonNode withoutTrace(JsonNode problem) {
        return ((ObjectNode) problem).without("trace_id");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressTakeEquallyLong() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var i = 0; i < 12; i++) {
            // A fresh account for each try: nobody is throttled here.
            var person = auth.register();
            known.add(nanos(() -> auth.tryLogin(person.email(), "not the password")));
            unknown.add(nanos(() -> auth.tryLogin(AuthHost.freshEmail(), "not the password")));
        }
        assertThat(median(unknown) / (double) median(known)).isBetween(0.6, 1.7);
    }

    private static long nanos(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void speaksTheCallersLanguage() {
        var login = Map.of("email", "nobody@example.com", "password", "x");
        assertThat(
                        auth.api()
                                .with("Accept-Language", "ko-KR,ko;q=0.9")
                                .post("/auth/login", login)
                                .json()
                                .path("title")
                                .asString())
                .isEqualTo("이메일 또는 비밀번호가 맞지 않아요");
        assertThat(auth.api().post("/auth/login", login).json().path("title").asString())
                .isEqualTo("Wrong e-mail or password");
    }

    @Test
    void setsCookiesThatScriptsCannotReadAndClearsThemAtLogout() {
        var person = auth.register();
        var login = auth.tryLogin(person.email(), PASSWORD);
        assertThat(login.headers("Set-Cookie"))
                .satisfiesExactlyInAnyOrder(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith(
                                                "jium_session="
                                                        + login.json()
                                                                .path("access_token")
                                                                .asString())
                                        .contains("; Path=/;")
                                        .contains("; HttpOnly")
                                        .contains("; SameSite=Lax")
                                        .contains("; Max-Age=86400")
                                        .doesNotContain("Secure"),
                        cookie ->
                                assertThat(cookie)
                                        .startsWith(
                                                "jium_refresh="
                                                        + login.json()
                                                                .path("refresh_token")
                                                                .asString())
                                        .contains("; Path=/auth/refresh;")
                                        .contains("; HttpOnly")
                                        .contains("; SameSite=Strict"));
        var logout =
                auth.api().as(login.json().path("access_token").asString()).post("/auth/logout");
        assertThat(logout.status()).isEqualTo(204);
        assertThat(logout.headers("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
    }

    @Test
    void theSessionCookieIsWorthATokenForOurOwnPagesAlone() {
        var person = auth.register();
        var browser = auth.api().with("Cookie", "jium_session=" + person.access());
        assertThat(browser.get("/auth/profile").status()).isEqualTo(200);
        var change = Map.of("name", "다른 이름");
        assertThat(browser.put("/auth/profile", change).code()).isEqualTo("cross_site_request");
        assertThat(
                        browser.with("Sec-Fetch-Site", "cross-site")
                                .put("/auth/profile", change)
                                .status())
                .isEqualTo(403);
        assertThat(
                        browser.with("Sec-Fetch-Site", "same-origin")
                                .put("/auth/profile", change)
                                .status())
                .isEqualTo(200);
    }
}
