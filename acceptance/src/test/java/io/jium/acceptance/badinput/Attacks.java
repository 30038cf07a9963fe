package io.jium.acceptance.badinput;

import io.jium.acceptance.badinput.Wire.Request;
import io.jium.acceptance.endpoint.Call;
import io.jium.acceptance.endpoint.Endpoint;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Every bad form of one good request. */
final class Attacks {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TOO_MUCH = 5 << 20;

    /** Path segments that name nothing; those with a question mark may name something. */
    private static final List<String> SEGMENTS =
            List.of(
                    "abc",
                    "-1",
                    "0",
                    "1.5",
                    "1e3",
                    "0x10",
                    "9223372036854775807",
                    "9223372036854775808",
                    "99999999999999999999999",
                    "null",
                    "%00",
                    "%0a",
                    "%20",
                    "%ED%95%9C",
                    "%ff%fe",
                    "%c0%ae%c0%ae",
                    "%",
                    "%zz",
                    "..",
                    "%2e%2e",
                    "..%2f..%2fetc",
                    "%5c..%5c",
                    "1%3Bx=y",
                    "1;x=y",
                    "x".repeat(5_000));

    private static final List<String> LIMITS =
            List.of("", "0", "-1", "101", "abc", "1.5", "99999999999", "%00");
    private static final List<String> CURSORS =
            List.of(
                    "!!!",
                    "abc",
                    "%00",
                    "%ff",
                    cursor("x"),
                    cursor("99999999999999999999"),
                    cursor(""));
    private static final List<String> TAGS =
            List.of(
                    "",
                    "abc",
                    "1",
                    "*",
                    "W/\"1\"",
                    "\"\"",
                    "\"x\"",
                    "\"-1\"",
                    "\"0\"",
                    "\"1.5\"",
                    "\"99999999999999999999\"",
                    "\"1\", \"2\"",
                    "\"");

    private Attacks() {}

    private static String cursor(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Attack> on(Endpoint endpoint, Call call, Map<String, String> identity) {
        var good = good(endpoint, call, identity);
        var attacks = new ArrayList<Attack>();
        inPath(endpoint, call, good, attacks);
        inQuery(endpoint, good, attacks);
        inHeaders(endpoint, good, attacks);
        if (call.body() != null) {
            inBody(call.body(), good, attacks);
        }
        if (call.form() != null) {
            FormAttacks.of(call.form())
                    .forEach((what, body) ->
                            attacks.add(
                                    new Attack(
                                            what,
                                            good.sending(body.bytes())
                                                    .with("Content-Type", body.type()),
                                            !what.startsWith("?"))));
        }
        return attacks;
    }

    private static Request good(Endpoint endpoint, Call call, Map<String, String> identity) {
        var headers = new LinkedHashMap<>(identity);
        headers.putAll(call.headers());
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        return new Request(
                endpoint.httpMethod(),
                call.address(endpoint),
                headers,
                call.body() == null ? null : JSON.writeValueAsBytes(call.body()),
                false);
    }

    private static void inPath(Endpoint endpoint, Call call, Request good, List<Attack> into) {
        for (var variable : call.variables().keySet()) {
            var isNumber = call.variables().get(variable) instanceof Number;
            for (var segment : SEGMENTS) {
                into.add(
                        new Attack(
                                variable + " is " + shortened(segment),
                                good.to(call.and(variable, segment).address(endpoint)),
                                // Jetty and Spring read ";x=y" as a parameter of the segment.
                                isNumber && !segment.equals("1;x=y")));
            }
        }
        into.add(new Attack("an unknown method", good.by("BREW").sending(null), true));
        if (!endpoint.httpMethod().equals("PATCH")) {
            into.add(new Attack("PATCH", good.by("PATCH"), true));
        }
        into.add(new Attack("TRACE", good.by("TRACE").sending(null), true));
        into.add(new Attack("?trailing slash", good.to(good.target() + "/"), false));
        into.add(new Attack("?doubled slash", good.to("/" + good.target()), false));
        into.add(
                new Attack(
                        "a path within the path",
                        good.to(good.target().replaceFirst("/[a-z]+/", "$0..%2f..%2f")),
                        true));
    }

    private static void inQuery(Endpoint endpoint, Request good, List<Attack> into) {
        var target = good.target() + (good.target().contains("?") ? "&" : "?");
        if (endpoint.takes(Paging.class)) {
            LIMITS.forEach(limit ->
                    into.add(
                            new Attack(
                                    "limit=" + limit, good.to(target + "limit=" + limit), true)));
            CURSORS.forEach(cursor ->
                    into.add(
                            new Attack(
                                    "cursor=" + cursor,
                                    good.to(target + "cursor=" + cursor),
                                    true)));
            into.add(new Attack("cursor of -1", good.to(target + "cursor=" + cursor("-1")), false));
        }
        if (good.target().contains("service_id=")) {
            for (var id :
                    List.of("", "abc", "-1", "0", "1.5", "9223372036854775808", "%00", "%ff")) {
                into.add(
                        new Attack(
                                "service_id=" + id,
                                good.to(
                                        good.target()
                                                .replaceFirst(
                                                        "service_id=\\d+", "service_id=" + id)),
                                true));
            }
        }
        into.add(new Attack("broken query", good.to(target + "a=%"), false));
        into.add(new Attack("broken UTF-8 in query", good.to(target + "q=%ff&type=%c3"), false));
        into.add(new Attack("zero byte in query", good.to(target + "q=%00&type=%00"), false));
        into.add(new Attack("long query", good.to(target + "q=" + "x".repeat(6_000)), false));
    }

    private static void inHeaders(Endpoint endpoint, Request good, List<Attack> into) {
        if (endpoint.takes(IfMatch.class)) {
            TAGS.forEach(tag ->
                    into.add(new Attack("If-Match: " + tag, good.with("If-Match", tag), true)));
            into.add(new Attack("no If-Match", good.with("If-Match", null), true));
        }
        for (var value : List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a b c", "\"")) {
            into.add(
                    new Attack("Authorization: " + value, good.with("Authorization", value), true));
        }
        for (var type : List.of("///", "application/xml", "text/html;q=x", "*", "a/b/c;;;q=9")) {
            into.add(new Attack("Accept: " + type, good.with("Accept", type), false));
        }
        into.add(
                new Attack(
                        "Accept-Language",
                        good.with("Accept-Language", "xx;q=abc,,;;-- zz-ZZ-ZZ-ZZ-ZZ-ZZ"),
                        false));
        into.add(new Attack("Cookie", good.with("Cookie", "jium_session=\"; ;;=;a=b=c"), false));
        into.add(new Attack("long header", good.with("X-Long", "x".repeat(20_000)), true));
        if (endpoint.httpMethod().equals("POST")) {
            for (var key : List.of("", " ", "k".repeat(300))) {
                into.add(
                        new Attack(
                                "Idempotency-Key: " + shortened(key),
                                good.with("Idempotency-Key", key),
                                true));
            }
        }
        into.add(
                new Attack(
                        "negative length", good.sending(null).with("Content-Length", "-1"), true));
        into.add(
                new Attack(
                        "length that is no number",
                        good.sending(null).with("Content-Length", "ten"),
                        true));
        into.add(
                new Attack(
                        "a body announced as endless",
                        good.sending(new byte[0]).with("Content-Length", "999999999999"),
                        endpoint.isWriting()));
    }

    private static void inBody(Object body, Request good, List<Attack> into) {
        JsonAttacks.of(body)
                .forEach((what, bytes) ->
                        into.add(
                                new Attack(
                                        "body: " + what,
                                        good.sending(bytes),
                                        !what.startsWith("?"))));
        for (var type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "nonsense",
                        "application/octet-stream")) {
            into.add(new Attack("Content-Type: " + type, good.with("Content-Type", type), true));
        }
        into.add(
                new Attack(
                        "?unknown charset",
                        good.with("Content-Type", "application/json;charset=bogus"),
                        false));
        into.add(new Attack("no Content-Type", good.with("Content-Type", null), true));
        var huge = ("{\"a\":\"" + "x".repeat(TOO_MUCH) + "\"}").getBytes(StandardCharsets.UTF_8);
        into.add(new Attack("huge body", good.sending(huge), true));
        into.add(new Attack("huge body in chunks", good.sending(huge).inChunks(), true));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
