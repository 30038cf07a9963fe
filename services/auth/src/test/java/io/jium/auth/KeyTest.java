package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.jium.auth.AuthHost.Person;
import io.jium.platform.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTest extends AuthTest {

    @Test
    void publishesWhatVerifiesTokensAndNothingSecret() throws Exception {
        var answer = auth.api().get("/auth/.well-known/jwks.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control").orElse("")).contains("max-age=300");
        var keys = JWKSet.parse(answer.text());
        assertThat(keys.getKeys())
                .allSatisfy(key -> {
                    assertThat(key.isPrivate()).isFalse();
                    assertThat(key.size()).isEqualTo(2048);
                    assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
                    assertThat(key.getKeyUse().getValue()).isEqualTo("sig");
                });
        var token = SignedJWT.parse(auth.register().access());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void aNewKeyIsPublishedBeforeItSignsAndTheOldOneOutlivesItsTokens() {
        var admin = auth.admin().api();
        var before = published();
        var old = auth.register();
        assertThat(admin.post("/auth/keys/rotate").status()).isEqualTo(204);
        assertThat(published()).hasSize(before.size() + 1).containsAll(before);
        var newest = published().getFirst();
        assertThat(before).doesNotContain(newest);
        assertThat(signer(auth.register())).isEqualTo(signer(old));
        assertThat(admin.post("/auth/keys/rotate").status()).isEqualTo(204);
        assertThat(published()).as("one waits already").hasSize(before.size() + 1);

        auth.clock.advance(Duration.ofMinutes(16));
        var last = auth.register();
        assertThat(signer(last)).isEqualTo(newest);
        assertThat(last.api().get("/auth/profile").status()).isEqualTo(200);
        assertThat(old.api().get("/auth/profile").status()).isEqualTo(200);

        auth.clock.advance(Duration.ofHours(23));
        assertThat(published()).contains(signer(old));
        assertThat(old.api().get("/auth/profile").status()).isEqualTo(200);
        auth.clock.advance(Duration.ofHours(2));
        Eventually.holds("forgotten key", () -> !published().contains(signer(old)));
        assertThat(published()).contains(newest);
    }

    @Test
    void anOldKeyIsReplacedByItself() {
        var before = published().getFirst();
        auth.clock.advance(Duration.ofDays(91));
        var next =
                Eventually.get(
                        "new key",
                        () ->
                                published().stream()
                                        .findFirst()
                                        .filter(newest -> !newest.equals(before)));
        auth.clock.advance(Duration.ofMinutes(16));
        assertThat(signer(auth.register())).isEqualTo(next);
    }

    @Test
    void keysAreSealedInTheDatabaseAndSurviveARestart() {
        var person = auth.register();
        var stored =
                auth.host
                        .database("auth")
                        .sql("select key_pair from signing_keys order by generation")
                        .query((row, number) -> row.getBytes("key_pair"))
                        .list();
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(bytes ->
                        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain("kty", "RSA"));
        var before = published();
        auth.host.restart();
        assertThat(published()).isEqualTo(before);
        assertThat(auth.api().as(person.access()).get("/auth/profile").status()).isEqualTo(200);
    }

    @Test
    void onlyOperatorsRotate() {
        assertThat(auth.register().api().post("/auth/keys/rotate").status()).isEqualTo(403);
        assertThat(auth.api().post("/auth/keys/rotate").status()).isEqualTo(401);
    }

    private List<String> published() {
        return auth.api()
                .get("/auth/.well-known/jwks.json")
                .json()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }

    private static String signer(Person person) {
        try {
            return SignedJWT.parse(person.access()).getHeader().getKeyID();
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
