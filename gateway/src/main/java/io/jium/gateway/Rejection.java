package io.jium.gateway;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that the gateway itself does not let through or cannot.
 *
 * @param code ours, of the message catalogues
 * @param message Kong's words
 * @param form how Kong writes them
 * @param headers Kong's
 */
record Rejection(int status, String code, String message, Form form, Map<String, String> headers) {

    /** The bodies Kong knows, and what decides between them. */
    enum Form {
        /** By {@code Accept}, JSON when in doubt. */
        NEGOTIATED,
        /** The same, but without {@code Accept} by the request's own type, text when in doubt. */
        NEGOTIATED_BY_NGINX,
        /** One line of JSON with the message alone. */
        BARE,
        /** The message is the JSON. */
        AS_IS
    }

    static final Rejection NO_ROUTE =
            negotiated(404, "not_found", "no Route matched with those values");
    static final Rejection UNAUTHORIZED =
            new Rejection(
                    401,
                    "unauthenticated",
                    "Unauthorized",
                    Form.BARE,
                    Map.of("WWW-Authenticate", "Bearer"));
    static final Rejection BAD_REQUEST = nginx(400, "malformed_request", "Bad request");
    static final Rejection TOO_LARGE =
            negotiated(413, "payload_too_large", "Request size limit exceeded");
    static final Rejection TOO_LARGE_TO_CONTINUE =
            negotiated(417, "payload_too_large", "Request size limit exceeded");
    static final Rejection TOO_MANY =
            negotiated(429, "too_many_requests", "API rate limit exceeded");
    static final Rejection KEYS_AWAY =
            negotiated(503, "service_unavailable", "An unexpected error occurred");
    static final Rejection NO_PEER =
            negotiated(503, "service_unavailable", "failure to get a peer from the ring-balancer");
    static final Rejection NO_SUCH_HOST =
            negotiated(503, "service_unavailable", "name resolution failed");
    static final Rejection BAD_GATEWAY =
            nginx(502, "bad_gateway", "An invalid response was received from the upstream server");
    static final Rejection TIMED_OUT =
            nginx(504, "gateway_timeout", "The upstream server is timing out");

    static Rejection badToken(String message) {
        return badToken(message, Form.BARE);
    }

    /**
     * @param claims JSON that says of each claim what is wrong
     */
    static Rejection badClaims(String claims) {
        return badToken(claims, Form.AS_IS);
    }

    private static Rejection badToken(String message, Form form) {
        return new Rejection(
                401,
                "unauthenticated",
                message,
                form,
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private static Rejection negotiated(int status, String code, String message) {
        return new Rejection(status, code, message, Form.NEGOTIATED, Map.of());
    }

    private static Rejection nginx(int status, String code, String message) {
        return new Rejection(status, code, message, Form.NEGOTIATED_BY_NGINX, Map.of());
    }

    /** Whether a service was asked first. */
    boolean isOfUpstream() {
        return form == Form.NEGOTIATED_BY_NGINX && status >= 500;
    }

    HttpStatus httpStatus() {
        return HttpStatus.valueOf(status);
    }
}
