package io.jium.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCredentialsTest {

    private static final String OLD = "o".repeat(40);
    private static final String NEW = "n".repeat(40);
    private static final Set<String> HERE = Set.of("shop", "books");

    @TempDir private Path data;
    private final TestClock clock = new TestClock();

    private ServiceCredentials given(String secrets) {
        return new ServiceCredentials(new Secrets(data), secrets, clock);
    }

    private ServiceCredentials inTheFile() {
        return new ServiceCredentials(new Secrets(data), null, clock);
    }

    @Test
    void saysWhoCalls() {
        var credentials = inTheFile();
        assertThat(credentials.caller(credentials.issue("auth", "books"), HERE)).isEqualTo("auth");
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        var credential = inTheFile().issue("auth", "books");
        var secret = Files.readString(data.resolve("secrets/service")).strip();
        assertThat(credential).doesNotContain(secret);
    }

    @Test
    void isForOneServiceAlone() {
        var credentials = given(OLD);
        assertThat(credentials.caller(credentials.issue("auth", "deploy"), HERE)).isNull();
    }

    @Test
    void isWorthNothingAfterAMinuteAndClocksMayDifferByHalfOfIt() {
        var credentials = given(OLD);
        var credential = credentials.issue("auth", "books");
        clock.advance(Duration.ofSeconds(58));
        assertThat(credentials.caller(credential, HERE)).isEqualTo("auth");
        clock.advance(Duration.ofSeconds(4));
        assertThat(credentials.caller(credential, HERE)).isNull();

        var ofTheFuture = credentials.issue("auth", "books");
        clock.advance(Duration.ofSeconds(-28));
        assertThat(credentials.caller(ofTheFuture, HERE)).isEqualTo("auth");
        clock.advance(Duration.ofSeconds(-4));
        assertThat(credentials.caller(ofTheFuture, HERE)).isNull();
    }

    @Test
    void nothingElseIsAccepted() throws Exception {
        var credentials = given(OLD);
        var good = credentials.issue("auth", "books");
        var parts = good.split("\\.");
        assertThat(credentials.caller(null, HERE)).isNull();
        assertThat(credentials.caller("", HERE)).isNull();
        assertThat(credentials.caller(OLD, HERE)).isNull();
        assertThat(credentials.caller(parts[0] + "." + parts[1] + ".", HERE)).isNull();
        assertThat(credentials.caller(parts[0] + "." + parts[1] + ".AAAA", HERE)).isNull();
        assertThat(credentials.caller(good.substring(0, good.length() - 2), HERE)).isNull();
        assertThat(credentials.caller(given(NEW).issue("auth", "books"), HERE)).isNull();

        var claims = SignedJWT.parse(good).getJWTClaimsSet();
        assertThat(credentials.caller(new PlainJWT(new PlainHeader(), claims).serialize(), HERE))
                .isNull();
        var id = SignedJWT.parse(good).getHeader().getKeyID();
        assertThat(credentials.caller(signed(NEW, id, claims), HERE)).isNull();
        var endless =
                new JWTClaimsSet.Builder(claims)
                        .expirationTime(null)
                        .issueTime(Date.from(clock.instant()))
                        .build();
        assertThat(credentials.caller(signed(OLD, id, endless), HERE)).isNull();
        assertThat(credentials.caller(signed(OLD, id, claims), HERE)).isEqualTo("auth");
    }

    private static String signed(String secret, String id, JWTClaimsSet claims) throws Exception {
        var made =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build(), claims);
        made.sign(new MACSigner(secret));
        return made.serialize();
    }

    @Test
    void theFirstSecretSignsAndAllAreAccepted() {
        var before = given(OLD).issue("auth", "books");
        var between = given(NEW + "," + OLD);
        assertThat(between.caller(before, HERE)).isEqualTo("auth");
        assertThat(given(OLD).caller(between.issue("auth", "books"), HERE)).isNull();
        assertThat(given(NEW).caller(between.issue("auth", "books"), HERE)).isEqualTo("auth");
    }

    @Test
    void theFileIsReadAgainWhenItChanges() throws IOException {
        var credentials = inTheFile();
        var first = credentials.issue("auth", "books");
        write(NEW + "\n" + Files.readString(data.resolve("secrets/service")) + "\n");
        assertThat(credentials.caller(first, HERE)).isEqualTo("auth");
        assertThat(given(NEW).caller(credentials.issue("auth", "books"), HERE)).isEqualTo("auth");
        write(NEW);
        assertThat(credentials.caller(first, HERE)).isNull();
    }

    @Test
    void whatCannotBeSecretsChangesNothing() throws IOException {
        var credentials = inTheFile();
        var first = credentials.issue("auth", "books");
        for (var unusable : new String[] {"", "short", NEW + "\nshort"}) {
            write(unusable);
            assertThat(credentials.caller(first, HERE)).isEqualTo("auth");
        }
        Files.delete(data.resolve("secrets/service"));
        assertThat(credentials.caller(first, HERE)).isEqualTo("auth");
        assertThatThrownBy(() -> given("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private void write(String secrets) throws IOException {
        var draft = Files.writeString(data.resolve("draft"), secrets);
        Files.move(draft, data.resolve("secrets/service"), StandardCopyOption.ATOMIC_MOVE);
    }
}
