package io.jium.builder.editing;

import io.jium.platform.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Leave to look at the pages of one site for an hour. A preview has an origin of its own, so links
 * followed in it come without a cookie. Thread-safe.
 */
@Component
class PreviewTokens {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Pattern FORM = Pattern.compile("preview (\\d{1,19}) (\\d{1,19})");

    private final Secrets secrets;
    private final Clock clock;

    PreviewTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    String of(long serviceId) {
        var until = clock.instant().plus(LIFE).getEpochSecond();
        var clear = "preview %d %d".formatted(serviceId, until).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(clear));
    }

    /** The site that a token gives leave for; empty when it is none of ours, or over. */
    OptionalLong site(String token) {
        try {
            var clear = secrets.open(Base64.getUrlDecoder().decode(token));
            var form = FORM.matcher(new String(clear, StandardCharsets.UTF_8));
            return form.matches()
                            && Instant.ofEpochSecond(Long.parseLong(form.group(2)))
                                    .isAfter(clock.instant())
                    ? OptionalLong.of(Long.parseLong(form.group(1)))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return OptionalLong.empty();
        }
    }
}
