package io.jium.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Kong 3.9's error bodies, to the byte.
 *
 * @param type its content type; null when there is no body
 */
record KongBody(@Nullable String type, String text) {

    private static final String BARE = "application/json; charset=utf-8";

    /**
     * @param id 32 hexadecimal digits
     * @param accept the header's value
     * @param sent the type of the request's own body
     */
    static KongBody of(
            Rejection rejection, String id, @Nullable String accept, @Nullable String sent) {
        return switch (rejection.form()) {
            case BARE -> new KongBody(BARE, "{\"message\":\"%s\"}".formatted(rejection.message()));
            case AS_IS -> new KongBody(BARE, rejection.message());
            case NEGOTIATED -> written(best(accept), rejection.message(), id);
            case NEGOTIATED_BY_NGINX ->
                    written(
                            accept != null
                                    ? best(accept)
                                    : sent != null ? sent.split(";")[0].strip() : "text/plain",
                            rejection.message(),
                            id);
        };
    }

    private static KongBody written(String type, String message, String id) {
        return switch (type) {
            case "application/grpc" -> new KongBody(null, "");
            case "text/html" ->
                    new KongBody("text/html; charset=utf-8", HTML.formatted(message, id));
            case "application/xml" ->
                    new KongBody("application/xml; charset=utf-8", XML.formatted(message, id));
            case "text/plain", "text/*" ->
                    new KongBody(
                            "text/plain; charset=utf-8",
                            "%s\nrequest_id: %s\n".formatted(message, id));
            default -> new KongBody(BARE, JSON.formatted(message, id).stripTrailing());
        };
    }

    /** The type of the highest q, the first of several; case counts, as it does for Kong. */
    private static String best(@Nullable String accept) {
        var best = "application/json";
        var highest = -1.0;
        for (var range : accept == null ? new String[0] : accept.split(",")) {
            var parts = range.split(";");
            var q = quality(parts);
            if (q > highest && !parts[0].isBlank()) {
                highest = q;
                best = parts[0].strip();
            }
        }
        return best;
    }

    private static double quality(String[] parts) {
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.matches("q=[0-9.]{1,5}")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException unreadable) {
                    return 1;
                }
            }
        }
        return 1;
    }

    private static final String JSON =
            """
            {
              "message":"%s",
              "request_id":"%s"
            }
            """;
    private static final String HTML =
            """
            <!doctype html>
            <html>
              <head>
                <meta charset="utf-8">
                <title>Error</title>
              </head>
              <body>
                <h1>Error</h1>
                <p>%s.</p>
                <p>request_id: %s</p>
              </body>
            </html>
            """;
    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <error>
              <message>%s</message>
              <requestid>%s</requestid>
            </error>
            """;
}
