package io.jium.auth;

import io.jium.platform.settings.Setting;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator can set about accounts, sessions and keys. */
public record AuthSettings(
        @Setting(
                        name = "JIUM_ADMIN_PASSWORD",
                        help =
                                "Password of the first administrator `admin@jium.local`, used once at the first start. Absent: a random one, in the log and in `<data>/admin-password`.",
                        secret = true)
                @Nullable String adminPassword,
        @Setting(
                        name = "JIUM_AUTH_TOKEN_LIFE",
                        standard = "24h",
                        help = "How long an access token is valid.")
                Duration tokenLife,
        @Setting(
                        name = "JIUM_AUTH_SESSION_LIFE",
                        standard = "720h",
                        help = "How long a session lasts that is not used.")
                Duration sessionLife,
        @Setting(
                        name = "JIUM_AUTH_KEY_LIFE",
                        standard = "2160h",
                        help = "How old the key that signs tokens gets before a new one is made.")
                Duration keyLife,
        @Setting(
                        name = "JIUM_AUTH_SWEEP",
                        standard = "5s",
                        help =
                                "How often the auth service looks for work in the background: unsent messages, expired sessions, old keys.")
                Duration sweep) {

    private static final int SHORTEST_PASSWORD = 8;

    public AuthSettings {
        if (adminPassword != null && adminPassword.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "JIUM_ADMIN_PASSWORD must have at least 8 characters");
        }
        Map.of(
                        "JIUM_AUTH_TOKEN_LIFE", tokenLife,
                        "JIUM_AUTH_SESSION_LIFE", sessionLife,
                        "JIUM_AUTH_KEY_LIFE", keyLife,
                        "JIUM_AUTH_SWEEP", sweep)
                .forEach((name, duration) -> {
                    if (!duration.isPositive()) {
                        throw new IllegalArgumentException(name + " must be longer than nothing");
                    }
                });
        if (sessionLife.compareTo(tokenLife) < 0) {
            throw new IllegalArgumentException(
                    "JIUM_AUTH_SESSION_LIFE must not be shorter than JIUM_AUTH_TOKEN_LIFE");
        }
    }
}
