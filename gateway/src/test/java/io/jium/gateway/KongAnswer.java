package io.jium.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Takes answers apart into what can be compared: {@code status 200}, {@code header vary: origin}.
 */
final class KongAnswer {

    /** Says who answers, when and how fast; or is the connection's own. */
    private static final Set<String> NOT_COMPARED =
            Set.of(
                    "date",
                    "server",
                    "via",
                    "connection",
                    "cache-control",
                    "x-up-port",
                    "x-kong-upstream-latency",
                    "x-kong-proxy-latency",
                    "x-kong-request-id");

    /**
     * Of what reaches the upstream: the hop's own, and Kong's names for what ours names otherwise.
     */
    private static final Set<String> NOT_COMPARED_UPSTREAM =
            Set.of(
                    "via",
                    "host",
                    "connection",
                    "x-forwarded-prefix",
                    "x-kong-request-id",
                    "x-request-id",
                    "x-consumer-id",
                    "x-consumer-username",
                    "x-consumer-custom-id",
                    "x-credential-identifier",
                    "authorization",
                    "cookie",
                    "transfer-encoding",
                    "content-length");

    private static final String ID = "[0-9a-f]{32}";

    private KongAnswer() {}

    static List<String> aspects(JsonNode capture) {
        var headers = new ArrayList<String[]>();
        capture.path("headers")
                .forEach(header ->
                        headers.add(
                                new String[] {
                                    header.path(0).asString(), header.path(1).asString()
                                }));
        var reply =
                new Wire.Reply(
                        capture.path("status").asInt(),
                        headers,
                        capture.path("body").asString(""),
                        false);
        return aspects(capture, reply);
    }

    /** What is compared of a reply to the captured request. */
    static List<String> aspects(JsonNode capture, Wire.Reply reply) {
        var aspects = new ArrayList<String>();
        aspects.add("status " + reply.status());
        for (var header : reply.headers()) {
            var name = header[0].toLowerCase(Locale.ROOT);
            var isAsked = capture.path("request").asString().contains("/corr");
            if (!NOT_COMPARED.contains(name) && (isAsked || !name.equals("x-request-id"))) {
                aspects.add("header " + name + ": " + value(capture, name, header[1]));
            }
        }
        if (capture.has("body")) {
            aspects.add("body " + sorted(reply.body().replaceAll(ID, "ID")));
        }
        return aspects;
    }

    private static String value(JsonNode capture, String name, String value) {
        var number = capture.path("n").asInt();
        var isCounted = number <= 110 || (number >= 215 && number <= 222);
        return switch (name) {
            case "ratelimit-reset", "retry-after", "x-kong-response-latency" ->
                    value.matches("\\d+") ? "a number" : value;
            // Elsewhere Kong had been asked before.
            case "ratelimit-remaining",
                    "x-ratelimit-remaining-minute",
                    "x-ratelimit-remaining-hour" ->
                    isCounted ? value : "a number";
            case "content-length" ->
                    capture.has("upstream") || capture.path("status").asInt() == 200
                            ? "a number"
                            : value;
            case "x-request-id" -> value.matches("mine-1") ? value : "an id";
            default -> value;
        };
    }

    /** The members of one of Kong's objects have no fixed order. */
    private static String sorted(String body) {
        return body.equals("{\"nbf\":\"token not valid yet\",\"exp\":\"token expired\"}")
                ? "{\"exp\":\"token expired\",\"nbf\":\"token not valid yet\"}"
                : body;
    }

    static List<String> upstream(String request) {
        var aspects = new ArrayList<String>();
        var lines = request.split("\n");
        for (var i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            var colon = lines[i].indexOf(':');
            var name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            if (!NOT_COMPARED_UPSTREAM.contains(name)) {
                aspects.add(
                        "upstream "
                                + name
                                + (name.equals("x-forwarded-port")
                                        ? ""
                                        : ":" + lines[i].substring(colon + 1)));
            }
        }
        var end = request.indexOf("\n\n");
        var body = end < 0 ? "" : request.substring(end + 2).strip();
        // Of long ones the captures have the beginning.
        aspects.add("upstream body " + body.substring(0, Math.min(8, body.length())));
        return aspects;
    }
}
