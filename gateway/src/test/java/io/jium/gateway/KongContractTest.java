package io.jium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.gateway.GatewayServer.Setup;
import io.jium.gateway.GatewaySettings.Errors;
import io.jium.platform.host.HostSettings.Remote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Kong 3.9.3 answered on the wire, asked again of our gateway in front of the same upstream.
 * Every difference is listed in {@code kong/differences.txt}; a new one, and one that is gone,
 * fails.
 */
class KongContractTest {

    private static final int CAPTURES = 234;
    private static final JsonMapper JSON = new JsonMapper();

    /** Ten seconds into a minute and an hour. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T20:00:10Z"), ZoneOffset.UTC);

    private static final PlainUpstream UPSTREAM = new PlainUpstream();
    private static final Map<String, GatewayServer> GATEWAYS = new HashMap<>();
    private static final TestTokens TOKENS = new TestTokens(CLOCK);

    @AfterAll
    static void stop() {
        GATEWAYS.values().forEach(GatewayServer::close);
        UPSTREAM.close();
    }

    @TestFactory
    Stream<DynamicTest> ourGatewayAnswersAsKongDid() throws IOException {
        var differences = differences();
        return captures().stream()
                .map(capture ->
                        DynamicTest.dynamicTest(
                                capture.path("n").asInt() + " " + capture.path("title").asString(),
                                () ->
                                        assertThat(found(capture))
                                                .as("%d", capture.path("n").asInt())
                                                .containsExactlyInAnyOrderElementsOf(
                                                        differences.getOrDefault(
                                                                capture.path("n").asInt(),
                                                                List.of()))));
    }

    @Test
    void everyCapturedAnswerIsComparedOrLeftOutForAReason() throws IOException {
        var numbers = new ArrayList<Integer>();
        captures().forEach(capture -> numbers.add(capture.path("n").asInt()));
        lines("left-out.txt").forEach(line -> numbers.addAll(numbers(line)));
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CAPTURES).boxed().toList());
    }

    private static List<String> found(JsonNode capture) throws IOException, InterruptedException {
        var number = capture.path("n").asInt();
        var title = capture.path("title").asString();
        var request = request(capture);
        var gateway = gateway(number, request);
        if (number == 215) {
            for (var i = 1; i < 98; i++) {
                ask(gateway, request);
            }
        }
        UPSTREAM.received().clear();
        var reply = ask(gateway, request);
        var kong = new TreeSet<>(KongAnswer.aspects(capture));
        var ours = new TreeSet<>(KongAnswer.aspects(capture, reply));
        if (capture.has("upstream")) {
            var reached = UPSTREAM.received().poll();
            kong.addAll(KongAnswer.upstream(capture.path("upstream").asString()));
            ours.addAll(KongAnswer.upstream(reached == null ? "" : reached));
        }
        assertThat(title).isNotEmpty();
        return differences(kong, ours);
    }

    private static List<String> differences(Set<String> kong, Set<String> ours) {
        return Stream.concat(
                        kong.stream()
                                .filter(aspect -> !ours.contains(aspect))
                                .map(aspect -> "kong: " + aspect),
                        ours.stream()
                                .filter(aspect -> !kong.contains(aspect))
                                .map(aspect -> "ours: " + aspect))
                .toList();
    }

    private static Wire.Reply ask(GatewayServer gateway, String request) throws IOException {
        try (var wire = new Wire(gateway.port())) {
            wire.send(request);
            return wire.reply(request.substring(0, request.indexOf(' ')));
        }
    }

    /** As it was sent: with a token of ours for Kong's, and with all of its body. */
    private static String request(JsonNode capture) {
        var text = capture.path("request").asString();
        var title = capture.path("title").asString();
        text = text.replace("eyJ…", TOKENS.called(title)).replace("access_token=", "jium_session=");
        text = text.replaceAll("\n(xxx|yyy)[^…]*…\n… [^\n]*", "\n");
        var head = text.contains("\n\n") ? text.substring(0, text.indexOf("\n\n")) : text;
        var body = text.length() > head.length() ? text.substring(head.length() + 2) : "";
        if (title.equals("request-size: chunked over")) {
            body = "800\n" + "x".repeat(0x800) + "\n0\n\n";
        } else if (head.contains("chunked")) {
            body += "\n\n";
        } else if (body.isBlank() && !title.contains("not sent") && !title.contains("Expect")) {
            var length = head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
            body = length.matches("\\d+") ? "x".repeat(Integer.parseInt(length)) : "";
        }
        return head + "\n\n" + body;
    }

    private static GatewayServer gateway(int number, String request) {
        var path = request.split(" ")[1];
        var segment = path.replace("%65", "e").replaceAll("^/(content/\\.\\./)?([^/?]*).*", "$2");
        if (number >= 205 && number <= 222) {
            return GATEWAYS.computeIfAbsent("platform", name -> platform());
        }
        var trusted = number >= 199 && number <= 204;
        return GATEWAYS.computeIfAbsent(
                trusted + segment, name -> new GatewayServer(setup(segment, trusted), CLOCK));
    }

    private static GatewayServer platform() {
        var routes =
                List.of(
                        open("auth", "/auth/login"),
                        Route.service("auth"),
                        Route.service("builder"),
                        open("content", "/content/public/*"),
                        Route.service("content"));
        return new GatewayServer(
                Setup.of(Errors.KONG, routes, UPSTREAM.url())
                        .limits(100, 1000)
                        .origins("http://app.test:3000")
                        .trusting("127.0.0.0/8"),
                CLOCK);
    }

    private static Route open(String service, String path) {
        return new Route(service, List.of(), path, true, Limit.ORDINARY, 1 << 20);
    }

    private static Setup setup(String segment, boolean trusted) {
        var closed = segment.matches("jwt.*|rljwt|corsjwt");
        var methods = segment.equals("getonly") ? List.of("GET") : List.<String>of();
        var most = segment.equals("size") ? 1024 : 1 << 20;
        var route =
                new Route(segment, methods, "/" + segment + "/**", !closed, Limit.ORDINARY, most);
        var setup =
                Setup.of(
                        Errors.KONG,
                        segment.matches("nope.*|ECHO|disabled") ? List.of() : List.of(route),
                        UPSTREAM.url());
        if (trusted) {
            setup = setup.trusting("127.0.0.0/8");
        }
        return switch (segment) {
            case "rl" -> setup.limits(3, 10);
            case "rl100", "rljwt" -> setup.limits(100, 1000);
            case "cors", "corsjwt" -> setup.origins("http://app.test:3000", "http://b.test");
            case "corsall" -> setup.origins("*");
            case "slow", "slow0" -> at(segment, UPSTREAM.url(), setup);
            case "dead" -> at("dead", "http://127.0.0.1:1", setup);
            case "nohost" -> at("nohost", "http://nowhere.invalid", setup);
            case "empty" -> setup.remotes(Map.of());
            default -> setup;
        };
    }

    private static Setup at(String service, String url, Setup setup) {
        return setup.remotes(Map.of(service, new Remote(url, Duration.ofMillis(600))));
    }

    private static List<JsonNode> captures() throws IOException {
        try (var file = resource("captures.json")) {
            return JSON.readTree(file).valueStream().toList();
        }
    }

    /** By the number of the capture; a line is {@code reason = aspect | 1 2 3}. */
    private static Map<Integer, List<String>> differences() throws IOException {
        var differences = new TreeMap<Integer, List<String>>();
        for (var line : lines("differences.txt")) {
            var aspect = line.substring(0, line.lastIndexOf(" | ")).replace("\\n", "\n");
            for (var number : numbers(line)) {
                differences.computeIfAbsent(number, none -> new ArrayList<>()).add(aspect);
            }
        }
        return differences;
    }

    private static List<Integer> numbers(String line) {
        var list = line.substring(Math.max(line.lastIndexOf(" = "), line.lastIndexOf(" | ")) + 3);
        return Arrays.stream(list.strip().split(" ")).map(Integer::valueOf).toList();
    }

    private static List<String> lines(String name) throws IOException {
        try (var file = resource(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                KongContractTest.class.getResourceAsStream("/kong/" + name), name);
    }
}
