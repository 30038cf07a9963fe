package io.jium.gateway;

import io.jium.platform.settings.Setting;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator can set about the way to the services. */
public record GatewaySettings(
        @Setting(
                        name = "JIUM_RATE_LIMIT_PER_MINUTE",
                        standard = "100",
                        help =
                                "Requests a user's session, or a client address without one, may make in a minute; 0 for any number. Saves in the editor, uploads, files, event streams and the visitors' beacon have limits of their own, 10 to 50 times as wide.")
                int perMinute,
        @Setting(
                        name = "JIUM_RATE_LIMIT_PER_HOUR",
                        standard = "1000",
                        help = "The same in an hour.")
                int perHour,
        @Setting(
                        name = "JIUM_CORS_ORIGINS",
                        help =
                                "Origins, separated by commas, whose pages may call the API from a browser; `*` for all. Absent: our own alone.")
                @Nullable String corsOrigins,
        @Setting(
                        name = "JIUM_GATEWAY_ERRORS",
                        standard = "problem",
                        help =
                                "How refusals of the gateway itself look: `problem` (RFC 9457, in the reader's language) or `kong` (Kong's own bodies).")
                Errors errors) {

    /** How refusals look. */
    public enum Errors {
        PROBLEM,
        KONG
    }

    public GatewaySettings {
        if (perMinute < 0 || perHour < 0) {
            throw new IllegalArgumentException(
                    "JIUM_RATE_LIMIT_PER_MINUTE and _PER_HOUR must not be negative");
        }
        if (perMinute > 0 && perHour > 0 && perHour < perMinute) {
            throw new IllegalArgumentException(
                    "JIUM_RATE_LIMIT_PER_HOUR must not be lower than JIUM_RATE_LIMIT_PER_MINUTE");
        }
    }

    List<String> origins() {
        return corsOrigins == null
                ? List.of()
                : Arrays.stream(corsOrigins.split(","))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .toList();
    }
}
