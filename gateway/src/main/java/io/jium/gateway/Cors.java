package io.jium.gateway;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Which pages of other origins may call us, told as Kong's plugin tells it. */
final class Cors {

    static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    static final List<String> HEADERS =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Accept-Language",
                    "If-Match",
                    "Idempotency-Key",
                    "X-Request-Id");
    static final List<String> EXPOSED =
            List.of(
                    "X-Request-Id",
                    "ETag",
                    "Location",
                    "RateLimit-Limit",
                    "RateLimit-Remaining",
                    "RateLimit-Reset",
                    "Retry-After");
    static final int MAX_AGE = 3600;

    private static final HttpField ANY = new HttpField("Access-Control-Allow-Origin", "*");
    private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Origin");
    private static final HttpField CREDENTIALS =
            new HttpField("Access-Control-Allow-Credentials", "true");

    private final List<String> origins;

    /**
     * @param origins none: nothing is said, and browsers let nobody else in; {@code *}: all, but
     *     without their cookies
     */
    Cors(List<String> origins) {
        this.origins = origins;
    }

    boolean isPreflight(Request request) {
        return !origins.isEmpty()
                && HttpMethod.OPTIONS.is(request.getMethod())
                && request.getHeaders().contains(HttpHeader.ORIGIN)
                && request.getHeaders().contains("Access-Control-Request-Method");
    }

    /** What every answer says. */
    List<HttpField> fields(HttpFields asked, boolean isPreflight) {
        if (origins.isEmpty()) {
            return List.of();
        }
        var fields = HttpFields.build();
        if (origins.contains("*")) {
            fields.add(ANY);
        } else {
            fields.add(VARY);
            var allowed = allowed(asked.get(HttpHeader.ORIGIN));
            if (allowed != null) {
                fields.add("Access-Control-Allow-Origin", allowed);
            }
            fields.add(CREDENTIALS);
        }
        if (isPreflight) {
            fields.add("Access-Control-Allow-Headers", String.join(",", HEADERS));
            fields.add("Access-Control-Allow-Methods", String.join(",", METHODS));
            fields.add("Access-Control-Max-Age", Integer.toString(MAX_AGE));
        } else {
            fields.add("Access-Control-Expose-Headers", String.join(",", EXPOSED));
        }
        return fields.stream().toList();
    }

    /** The only origin there is, is told always. */
    private @Nullable String allowed(@Nullable String origin) {
        if (origins.size() == 1) {
            return origins.getFirst();
        }
        return origins.contains(origin) ? origin : null;
    }
}
