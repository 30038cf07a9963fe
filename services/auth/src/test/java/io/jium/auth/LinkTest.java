package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.jium.auth.AuthHost.Person;
import io.jium.auth.password.TokenHash;
import io.jium.platform.testing.Api.Answer;
import io.jium.platform.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTest extends AuthTest {

    private static final String NEW_PASSWORD = "a wholly different one";

    @Test
    void registeringSendsALinkThatConfirmsTheAddressOnce() {
        var person = auth.register();
        var message = auth.message(person.email(), "/verify");
        assertThat(message.path("subject").asString()).isEqualTo("Confirm your e-mail address");
        assertThat(message.path("text").asString()).contains(message.path("link").asString());
        assertThat(message.path("link").asString())
                .startsWith("http://localhost:%d/verify?token=".formatted(auth.host.port()));
        var token = AuthHost.token(message);
        assertThat(verify(token).status()).isEqualTo(204);
        assertThat(person.api().get("/auth/profile").json().path("email_verified_at").asString())
                .endsWith("Z");
        assertThat(verify(token).errors()).containsExactly("token:expired");
        assertThat(person.api().post("/auth/verify-email/resend").status()).isEqualTo(204);
    }

    @Test
    void messagesAreInTheUsersLanguage() {
        var email = AuthHost.freshEmail();
        auth.api()
                .with("Accept-Language", "ko")
                .post(
                        "/auth/register",
                        Map.of("name", "<b>n</b>", "email", email, "password", PASSWORD));
        var message = auth.message(email, "/verify");
        assertThat(message.path("subject").asString()).isEqualTo("이메일 주소를 확인해 주세요");
        assertThat(message.path("text").asString()).doesNotContain("<b>");
    }

    @Test
    void aLinkSentAgainReplacesTheFirst() {
        var person = auth.register();
        var first = AuthHost.token(auth.message(person.email(), "/verify"));
        var early = person.api().post("/auth/verify-email/resend");
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.header("Retry-After")).hasValue("60");
        auth.clock.advance(Duration.ofSeconds(61));
        assertThat(person.api().post("/auth/verify-email/resend").status()).isEqualTo(204);
        var second =
                AuthHost.token(
                        auth.message(person.email(), "/verify", link -> !link.contains(first)));
        assertThat(verify(first).status()).isEqualTo(422);
        assertThat(verify(second).status()).isEqualTo(204);
    }

    @Test
    void aLinkExpires() {
        var person = auth.register();
        var token = AuthHost.token(auth.message(person.email(), "/verify"));
        auth.clock.advance(Duration.ofHours(25));
        assertThat(verify(token).errors()).containsExactly("token:expired");
        askForReset(person.email());
        var reset = AuthHost.token(auth.message(person.email(), "/reset"));
        auth.clock.advance(Duration.ofMinutes(61));
        assertThat(confirm(reset, NEW_PASSWORD).errors()).containsExactly("token:expired");
    }

    @Test
    void aNewPasswordByMailEndsAllSessions() {
        var person = auth.register();
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(askForReset(person.email()).status()).isEqualTo(202);
        var message = auth.message(person.email(), "/reset");
        var token = AuthHost.token(message);
        assertThat(confirm(token, "short").errors()).containsExactly("password:size");
        assertThat(verify(token).status()).as("for another purpose").isEqualTo(422);
        assertThat(confirm(token, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(person.api().get("/auth/profile").status()).isEqualTo(401);
        assertThat(auth.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(auth.tryLogin(person.email(), PASSWORD).status()).isEqualTo(401);
        var again = auth.login(person.email(), NEW_PASSWORD);
        assertThat(again.api().get("/auth/profile").json().path("email_verified_at").isNull())
                .isFalse();
        assertThat(confirm(token, "yet another one").errors()).containsExactly("token:expired");
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneSucceeds() throws Exception {
        var person = auth.register();
        askForReset(person.email());
        var token = AuthHost.token(auth.message(person.email(), "/reset"));
        var statuses = Together.run(4, () -> confirm(token, NEW_PASSWORD).status());
        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 422);
    }

    @Test
    void aNewerResetLinkReplacesTheOlderAndTheyComeOneAMinute() {
        var person = auth.register();
        askForReset(person.email());
        var first = AuthHost.token(auth.message(person.email(), "/reset"));
        askForReset(person.email());
        awaitNothingPending();
        assertThat(auth.messages(person.email(), "/reset")).isEqualTo(1);
        auth.clock.advance(Duration.ofSeconds(61));
        askForReset(person.email());
        var second =
                AuthHost.token(
                        auth.message(person.email(), "/reset", link -> !link.contains(first)));
        assertThat(confirm(first, NEW_PASSWORD).status()).isEqualTo(422);
        assertThat(confirm(second, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void nobodyLearnsWhetherThereIsAnAccount() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var people = new ArrayList<Person>();
        for (var i = 0; i < 10; i++) {
            people.add(auth.register());
        }
        for (var person : people) {
            known.add(timeOfReset(person.email()));
            unknown.add(timeOfReset(AuthHost.freshEmail()));
        }
        assertThat(askForReset("not an address").status()).isEqualTo(202);
        awaitNothingPending();
        // Both are a few milliseconds; only a look-up in the caller's time would tell them apart.
        assertThat(Math.abs(median(known) - median(unknown)) / 1e6).isLessThan(50);
    }

    private long timeOfReset(String email) {
        var begun = System.nanoTime();
        assertThat(askForReset(email).status()).isEqualTo(202);
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void aMessageIsNotLostWhenItCannotBeSentAndTheProcessEnds() {
        auth.api().put("/notification/broken", true);
        var person = auth.register();
        Eventually.holds("first try", () -> attempts(person.email()) > 0);
        assertThat(auth.messages(person.email(), "/verify")).isZero();
        auth.host.restart();
        auth.clock.advance(Duration.ofMinutes(11));
        var token = AuthHost.token(auth.message(person.email(), "/verify"));
        assertThat(verify(token).status()).isEqualTo(204);
        awaitNothingPending();
        assertThat(auth.messages(person.email(), "/verify")).isEqualTo(1);
    }

    @Test
    void whatWasTriedAndPerhapsArrivedIsSentAgainWithTheSameLink() {
        auth.api().put("/notification/broken", true);
        var person = auth.register();
        Eventually.holds("first try", () -> tokens(person).size() == 1);
        var tried = tokens(person).getFirst();
        auth.api().put("/notification/broken", false);
        auth.clock.advance(Duration.ofMinutes(11));
        var sent = AuthHost.token(auth.message(person.email(), "/verify"));
        assertThat(TokenHash.of(sent)).isEqualTo(tried);
    }

    private List<String> tokens(Person person) {
        return auth.host
                .database("auth")
                .sql("select token from one_time_tokens where user_id = ?")
                .param(person.id())
                .query((row, number) -> row.getString("token"))
                .list();
    }

    private long attempts(String email) {
        return auth.host
                .database("auth")
                .sql("select coalesce(max(attempts), 0) from pending_messages where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    private void awaitNothingPending() {
        Eventually.holds(
                "empty queue",
                () ->
                        auth.host
                                        .database("auth")
                                        .sql("select count(*) from pending_messages")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    private Answer verify(String token) {
        return auth.api().post("/auth/verify-email", Map.of("token", token));
    }

    private Answer askForReset(String email) {
        return auth.api().post("/auth/password-reset", Map.of("email", email));
    }

    private Answer confirm(String token, String password) {
        return auth.api()
                .post("/auth/password-reset/confirm", Map.of("token", token, "password", password));
    }
}
