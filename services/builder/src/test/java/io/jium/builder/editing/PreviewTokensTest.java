package io.jium.builder.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir private Path data;
    private Secrets secrets;
    private PreviewTokens tokens;

    @BeforeEach
    void start() {
        secrets = new Secrets(data);
        tokens = at(NOW);
    }

    private PreviewTokens at(Instant time) {
        return new PreviewTokens(secrets, Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void givesLeaveForTheSiteItWasMadeFor() {
        assertThat(tokens.site(tokens.of(42))).isEqualTo(OptionalLong.of(42));
        assertThat(tokens.of(42)).isNotEqualTo(tokens.of(42)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isOverAfterAnHour() {
        var token = tokens.of(42);
        assertThat(at(NOW.plus(Duration.ofMinutes(59))).site(token)).hasValue(42);
        assertThat(at(NOW.plus(Duration.ofMinutes(60))).site(token)).isEmpty();
    }

    @Test
    void isNothingWhenItWasChangedOrSealedForSomethingElse() {
        var token = tokens.of(42);
        var changed = (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(21);
        assertThat(tokens.site(token.substring(0, 20) + changed)).isEmpty();
        assertThat(tokens.site("")).isEmpty();
        assertThat(tokens.site("short")).isEmpty();
        assertThat(tokens.site("no base64 at all!")).isEmpty();
        var other = secrets.seal("reset 42 9999999999".getBytes(StandardCharsets.UTF_8));
        assertThat(tokens.site(Base64.getUrlEncoder().encodeToString(other))).isEmpty();
    }
}
