package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.auth.password.TokenHash;
import io.jium.platform.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefreshTest extends AuthTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void exchangesATokenForNewOnes() {
        var person = auth.register();
        var answer = auth.refresh(person.refresh());
        assertThat(answer.status()).isEqualTo(200);
        var renewed = auth.person(answer);
        assertThat(renewed.refresh()).isNotEqualTo(person.refresh());
        assertThat(renewed.access()).isNotEqualTo(person.access());
        assertThat(renewed.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(auth.refresh(renewed.refresh()).status()).isEqualTo(200);
        assertThat(answer.headers("Set-Cookie")).hasSize(2);
    }

    @Test
    void aTokenUsedTwiceEndsTheSession() {
        var person = auth.register();
        var renewed = auth.person(auth.refresh(person.refresh()));
        auth.clock.advance(GRACE.plusSeconds(1));
        assertThat(auth.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(renewed.api().get("/auth/profile").status()).isEqualTo(401);
        assertThat(auth.refresh(renewed.refresh()).status()).isEqualTo(401);
    }

    @Test
    void aTokenOfLongAgoEndsTheSessionToo() {
        var person = auth.register();
        var second = auth.person(auth.refresh(person.refresh()));
        var third = auth.person(auth.refresh(second.refresh()));
        assertThat(auth.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(third.api().get("/auth/profile").status()).isEqualTo(401);
    }

    @Test
    void aDoubledRequestOfTwoTabsGetsTheSameSuccessor() {
        var person = auth.register();
        var one = auth.person(auth.refresh(person.refresh()));
        auth.clock.advance(GRACE.minusSeconds(2));
        var other = auth.person(auth.refresh(person.refresh()));
        assertThat(other.refresh()).isEqualTo(one.refresh());
        assertThat(one.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(other.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(auth.refresh(other.refresh()).status()).isEqualTo(200);
    }

    @Test
    void manyAtTheSameMomentGetOneSuccessorAndTheSessionLives() throws Exception {
        for (var round = 0; round < 5; round++) {
            var person = auth.register();
            var answers = Together.run(8, () -> auth.refresh(person.refresh()));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(answers.stream().map(answer -> auth.person(answer).refresh()).distinct())
                    .hasSize(1);
            var successor = auth.person(answers.getFirst());
            assertThat(successor.api().get("/auth/profile").status()).isEqualTo(200);
            assertThat(auth.refresh(successor.refresh()).status()).isEqualTo(200);
        }
    }

    @Test
    void afterTheGraceNoneOfManyAtTheSameMomentGetsIn() throws Exception {
        var person = auth.register();
        var renewed = auth.person(auth.refresh(person.refresh()));
        auth.clock.advance(GRACE.plusSeconds(1));
        var statuses = Together.run(8, () -> auth.refresh(person.refresh()).status());
        assertThat(statuses).containsOnly(401);
        assertThat(renewed.api().get("/auth/profile").status()).isEqualTo(401);
    }

    @Test
    void differentSessionsDoNotHoldEachOtherUp() throws Exception {
        var people = List.of(auth.register(), auth.register(), auth.register(), auth.register());
        var next = new AtomicInteger();
        var chains =
                Together.run(
                        4,
                        () -> {
                            var token = people.get(next.getAndIncrement()).refresh();
                            for (var i = 0; i < 10; i++) {
                                var answer = auth.refresh(token);
                                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                                token = auth.person(answer).refresh();
                            }
                            return token;
                        });
        assertThat(chains).doesNotHaveDuplicates();
    }

    @Test
    void aSessionThatIsNotUsedExpires() {
        var person = auth.register();
        auth.clock.advance(Duration.ofDays(29));
        var renewed = auth.person(auth.refresh(person.refresh()));
        auth.clock.advance(Duration.ofDays(31));
        assertThat(auth.refresh(renewed.refresh()).status()).isEqualTo(401);
    }

    @Test
    void unknownTokensAreRefused() {
        assertThat(auth.refresh("never given out").code()).isEqualTo("unauthenticated");
        assertThat(auth.api().post("/auth/refresh").status()).isEqualTo(401);
        assertThat(auth.api().post("/auth/refresh", Map.of()).errors())
                .containsExactly("refresh_token:required");
        assertThat(auth.refresh(auth.register().access()).status()).isEqualTo(401);
    }

    @Test
    void theCookieCountsForOurOwnPagesAlone() {
        var person = auth.register();
        var browser = auth.api().with("Cookie", "jium_refresh=" + person.refresh());
        assertThat(browser.post("/auth/refresh").code()).isEqualTo("cross_site_request");
        assertThat(browser.with("Origin", "https://evil.example").post("/auth/refresh").status())
                .isEqualTo(403);
        for (var site : List.of("cross-site", "same-site", "none")) {
            assertThat(browser.with("Sec-Fetch-Site", site).post("/auth/refresh").status())
                    .as(site)
                    .isEqualTo(403);
        }
        var ours = browser.with("Sec-Fetch-Site", "same-origin").post("/auth/refresh");
        assertThat(ours.status()).isEqualTo(200);
        var origin = "http://127.0.0.1:" + auth.host.port();
        assertThat(
                        auth.api()
                                .with("Cookie", "jium_refresh=" + auth.person(ours).refresh())
                                .with("Origin", origin)
                                .post("/auth/refresh", Map.of())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void theTokenItselfIsNowhereInTheDatabase() {
        var person = auth.register();
        var renewed = auth.person(auth.refresh(person.refresh()));
        var row =
                auth.host
                        .database("auth")
                        .sql("select * from user_sessions where user_id = ?")
                        .param(person.id())
                        .query()
                        .singleRow();
        assertThat(row.values().stream().map(String::valueOf))
                .contains(TokenHash.of(renewed.refresh()))
                .doesNotContain(renewed.refresh(), person.refresh());
    }

    @Test
    void theSealedSuccessorIsForgottenAfterTheGrace() {
        var person = auth.register();
        auth.refresh(person.refresh());
        auth.clock.advance(GRACE.plusSeconds(1));
        Eventually.holds(
                "forgotten successor",
                () ->
                        auth.host
                                        .database("auth")
                                        .sql(
                                                "select count(*) from used_refresh_tokens where successor is not null")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    @Test
    void everythingIsStillThereAfterARestart() {
        var person = auth.register();
        var renewed = auth.person(auth.refresh(person.refresh()));
        auth.host.restart();
        var api = auth.api().as(renewed.access());
        assertThat(api.get("/auth/profile").status()).isEqualTo(200);
        assertThat(auth.login(person.email(), PASSWORD).id()).isEqualTo(person.id());
        assertThat(auth.refresh(renewed.refresh()).status()).isEqualTo(200);
        auth.clock.advance(GRACE.plusSeconds(1));
        assertThat(auth.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(api.get("/auth/profile").status()).isEqualTo(401);
    }
}
