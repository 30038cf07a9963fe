package io.jium.acceptance.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Belongings;
import io.jium.acceptance.endpoint.Call;
import io.jium.acceptance.endpoint.Calls;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.acceptance.endpoint.Endpoints;
import io.jium.acceptance.endpoint.Kind;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint × every way of not being entitled to it; nothing may change by any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantWallsTest {

    private static final List<String> SERVICES = List.of("payment", "builder", "content", "deploy");

    private final Installation jium = Installation.inOneProcess(Map.of(), new TestClock());
    private final Client anybody = jium.anybody();
    private Belongings victim;
    private Belongings intruder;
    private Client suspended;
    private Map<String, String> badTokens;

    @BeforeAll
    void people() throws Exception {
        var yesterdaysVictim = Belongings.of(jium);
        var yesterdaysIntruder = Belongings.of(jium);
        jium.clock().advance(Duration.ofHours(24).plusSeconds(1));
        victim = yesterdaysVictim.again(jium);
        intruder = yesterdaysIntruder.again(jium);
        var loggedOut = intruder.customer().again(anybody);
        loggedOut.client().post("/auth/logout").expect(204);
        var offender = jium.customer();
        suspended = offender.client();
        jium.administrator()
                .client()
                .put("/auth/users/" + offender.id(), Map.of("status", "suspended"))
                .expect(200);
        badTokens =
                new LinkedHashMap<>(
                        Forgery.of(
                                intruder.customer().accessToken(),
                                victim.customer().id(),
                                anybody.get("/auth/.well-known/jwks.json").text()));
        badTokens.put("expired", yesterdaysIntruder.customer().accessToken());
        badTokens.put("logged out", loggedOut.accessToken());
    }

    @AfterAll
    void stop() {
        jium.close();
    }

    static Stream<Endpoint> everyEndpoint() {
        return Endpoints.ofThePublic().stream();
    }

    @Test
    void everyEndpointIsClassified() {
        assertThat(Endpoints.ofThePublic())
                .as("endpoints without an entry in Calls")
                .filteredOn(endpoint -> Calls.of(endpoint).isEmpty())
                .isEmpty();
        assertThat(Calls.entered())
                .as("entries in Calls without an endpoint")
                .isSubsetOf(Endpoints.ofThePublic().stream().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void whoIsItForIsSaidByItsAnnotations(Endpoint endpoint) {
        var kind = use(endpoint).kind();
        assertThat(endpoint.isAnonymous()).isEqualTo(kind == Kind.PUBLIC);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void refusesEveryBadToken(Endpoint endpoint) {
        var call = use(endpoint).call().apply(victim);
        var wrong = new ArrayList<String>();
        var before = state();
        if (use(endpoint).kind() != Kind.PUBLIC) {
            check("no token", call.send(endpoint, anybody), 401, "unauthenticated", wrong);
        }
        badTokens.forEach((what, token) ->
                check(what, call.send(endpoint, anybody.as(token)), 401, "unauthenticated", wrong));
        check(
                "no bearer",
                call.send(endpoint, anybody.with("Authorization", "Basic YTpi")),
                401,
                "unauthenticated",
                wrong);
        check("suspended", call.send(endpoint, suspended), 403, "account_suspended", wrong);
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void hidesWhatBelongsToAnother(Endpoint endpoint) {
        var use = use(endpoint);
        var calls = new ArrayList<Call>();
        if (use.kind() == Kind.OWN) {
            calls.add(use.call().apply(victim));
        }
        use.mixed().forEach(mixed -> calls.add(mixed.apply(intruder, victim)));
        var wrong = new ArrayList<String>();
        var before = state();
        for (var call : calls) {
            var answer = call.send(endpoint, intruder.customer().client());
            check(call.address(endpoint), answer, 404, "not_found", wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void isForOperatorsAloneWhereItSaysSo(Endpoint endpoint) {
        if (use(endpoint).kind() != Kind.ADMIN) {
            return;
        }
        var wrong = new ArrayList<String>();
        var before = state();
        var answer =
                use(endpoint).call().apply(victim).send(endpoint, intruder.customer().client());
        check("a customer", answer, 403, "forbidden", wrong);
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void takesNoCookieFromAnotherSite(Endpoint endpoint) {
        if (!endpoint.isWriting()) {
            return;
        }
        var call = use(endpoint).call().apply(victim);
        var cookie = anybody.with("Cookie", "jium_session=" + victim.customer().accessToken());
        var wrong = new ArrayList<String>();
        var before = state();
        for (var sender :
                List.of(
                        cookie,
                        cookie.with("Sec-Fetch-Site", "cross-site"),
                        cookie.with("Sec-Fetch-Site", "same-site"),
                        cookie.with("Origin", "http://evil.localhost:8080"),
                        cookie.with("Origin", "null"))) {
            check("cookie", call.send(endpoint, sender), 403, "cross_site_request", wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Endpoint> everyContract() {
        return Endpoints.ofServices().stream();
    }

    @ParameterizedTest
    @MethodSource("everyContract")
    void whatServicesOfferEachOtherIsForThemAlone(Endpoint endpoint) {
        var path = endpoint.path().replaceAll("\\{[^}]*}", Long.toString(victim.site().id()));
        var admin = jium.administrator().client();
        var wrong = new ArrayList<String>();
        var before = state();
        for (var sender :
                List.of(
                        anybody,
                        victim.customer().client(),
                        admin,
                        anybody.with("Jium-Service-Credential", ""),
                        anybody.with("Jium-Service-Credential", "guessed"),
                        admin.with("Jium-Service-Credential", "guessed"))) {
            for (var address :
                    List.of(path, path + "?x=/builder", path.replace("/api/", "//api/"))) {
                var answer =
                        sender.send(
                                endpoint.httpMethod(),
                                address,
                                java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
                if (answer.status() != 401 && answer.status() != 404 && answer.status() != 400) {
                    wrong.add(address + " answers " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    private static Calls.Use use(Endpoint endpoint) {
        return Calls.of(endpoint)
                .orElseThrow(() -> new AssertionError("Nobody has classified " + endpoint));
    }

    private static void check(
            String who, Answer answer, int status, String code, List<String> wrong) {
        if (answer.status() != status
                || !answer.code().equals(code)
                || !answer.missingProblemMembers().isEmpty()) {
            wrong.add("%s: expected %d %s, got %s".formatted(who, status, code, answer));
        }
    }

    /** Everything that customers own, and who may get in. */
    private Map<String, String> state() {
        var state = jium.databases().contents(SERVICES);
        state.put(
                "users",
                jium.databases()
                        .query(
                                "auth",
                                "select id, name, email, password, role, status, locale, email_verified_at from users")
                        .toString());
        state.put(
                "sessions",
                jium.databases()
                        .query("auth", "select id, user_id, token, expires_at from user_sessions")
                        .toString());
        return state;
    }
}
