package io.jium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.gateway.GatewayServer.Setup;
import io.jium.gateway.GatewaySettings.Errors;
import io.jium.platform.host.HostSettings.Remote;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The way to a service in another process, and what people read when it is blocked. */
class ForwardingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long MOST = 40 << 20;

    private final PlainUpstream upstream = new PlainUpstream();
    private final GatewayServer gateway = gateway(upstream.url());

    @AfterEach
    void stop() {
        gateway.close();
        upstream.close();
    }

    private static GatewayServer gateway(String url) {
        var route = new Route("deploy", List.of(), "/deploy/**", true, Limit.ORDINARY, MOST);
        return new GatewayServer(Setup.of(Errors.PROBLEM, List.of(route), url), Clock.systemUTC());
    }

    private static Wire.Reply ask(GatewayServer gateway, String request) throws IOException {
        try (var wire = new Wire(gateway.port())) {
            wire.send(request);
            return wire.reply(request.substring(0, request.indexOf(' ')));
        }
    }

    private Wire.Reply ask(String request) throws IOException {
        return ask(gateway, request);
    }

    @Test
    void fieldsOfTheHopStayBehindAndTheHostIsKept() throws Exception {
        var reply =
                ask(
                        """
                        GET /deploy/x?q={a|b} HTTP/1.1
                        Host: jium.example:8443
                        Connection: keep-alive, X-Drop
                        X-Drop: 1
                        Keep-Alive: timeout=3
                        Proxy-Connection: keep-alive
                        Proxy-Authorization: Basic eA==
                        Cookie: a=1
                        X-Multi: 1
                        X-Multi: 2
                        X-Consumer-Username: admin
                        Jium-Service-Credential: guessed
                        X-Forwarded-For: 203.0.113.9
                        X-Forwarded-Proto: https
                        X-Forwarded-Prefix: /evil

                        """);
        var got = upstream.received().poll(5, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(got)
                .startsWith("GET /deploy/x?q={a|b} HTTP/1.1\n")
                .contains("Host: jium.example:8443\n")
                .contains("Cookie: a=1\n")
                .contains("X-Multi: 1\nX-Multi: 2\n")
                .contains("X-Forwarded-For: 203.0.113.9, 127.0.0.1\n")
                .contains("X-Forwarded-Proto: http\n")
                .contains("X-Forwarded-Host: jium.example\n")
                .contains("X-Request-Id: " + reply.first("X-Request-Id") + "\n")
                .doesNotContainIgnoringCase("x-drop")
                .doesNotContainIgnoringCase("keep-alive")
                .doesNotContainIgnoringCase("proxy-")
                .doesNotContainIgnoringCase("x-consumer")
                .doesNotContainIgnoringCase("jium-service-credential")
                .doesNotContain("/evil");
    }

    @Test
    void anAddressArrivesAsItWasWritten() throws Exception {
        var path = "/deploy/%EB%B4%84%20a%3Fb%23c.png?q=%EB%B4%84";
        assertThat(ask("GET " + path + " HTTP/1.1\nHost: a\n\n").status()).isEqualTo(200);
        assertThat(upstream.received().poll(5, TimeUnit.SECONDS))
                .startsWith("GET " + path + " HTTP/1.1\n");
    }

    @Test
    void fieldsThatTheServiceNamesForTheHopAndOrdersForNginxStayBehind() throws Exception {
        var reply = ask("GET /deploy/hop HTTP/1.1\nHost: a\n\n");
        assertThat(reply.body()).isEqualTo("hop");
        assertThat(reply.all("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(reply.headers())
                .extracting(header -> header[0])
                .doesNotContain("X-Named", "Keep-Alive", "Trailer", "Upgrade", "X-Accel-Redirect");
    }

    @Test
    void anEventPassesAtOnce() throws Exception {
        var released = new CompletableFuture<Void>();
        try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var streaming = gateway("http://127.0.0.1:" + service.getLocalPort());
                var wire = new Wire(streaming.port())) {
            Thread.ofVirtual().start(() -> stream(service, released));
            wire.send("GET /deploy/s HTTP/1.1\nHost: a\nAccept: text/event-stream\n\n");
            var in = wire.socket().getInputStream();
            assertThat(Wire.head(in)).contains("200 OK").contains("text/event-stream");
            Wire.line(in);
            // The second is not even written before the first was read here.
            assertThat(Wire.line(in)).isEqualTo("data: 1");
            released.complete(null);
            assertThat(Wire.line(in)).isEmpty();
        }
    }

    private static void stream(ServerSocket service, CompletableFuture<Void> released) {
        try (var socket = service.accept()) {
            Wire.head(socket.getInputStream());
            var out = socket.getOutputStream();
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            released.join();
            out.write("9\r\ndata: 2\n\n\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            released.completeExceptionally(gone);
        }
    }

    @Test
    void aLargeBodyPassesWhole() throws Exception {
        var size = 30 << 20;
        try (var wire = new Wire(gateway.port())) {
            wire.send("POST /deploy/up HTTP/1.1\nHost: a\nContent-Length: " + size + "\n\n");
            var out = wire.socket().getOutputStream();
            var block = "0123456789abcdef".repeat(4096).getBytes(StandardCharsets.US_ASCII);
            for (var sent = 0; sent < size; sent += block.length) {
                out.write(block);
            }
            assertThat(wire.reply("POST").body()).hasSizeGreaterThan(size).endsWith("abcdef");
        }
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws Exception {
        var small = new Route("deploy", List.of(), "/deploy/**", true, Limit.ORDINARY, 1 << 20);
        try (var strict =
                        new GatewayServer(
                                Setup.of(Errors.PROBLEM, List.of(small), upstream.url()),
                                Clock.systemUTC());
                var wire = new Wire(strict.port())) {
            wire.send("POST /deploy/up HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n");
            var chunk = "10000\n" + "x".repeat(0x10000) + "\n";
            for (var i = 0; i < 20; i++) {
                wire.send(chunk);
            }
            wire.send("0\n\n");
            var reply = wire.reply("POST");
            assertThat(reply.status()).isEqualTo(413);
            assertThat(JSON.readTree(reply.body()).path("detail").asString()).contains("1 MB");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, The service did not give a proper answer", "ko, 서비스에서 올바른 응답을 받지 못했어요"})
    void whatNobodyAnswersIsAProblemInTheReadersLanguage(String language, String title)
            throws Exception {
        try (var nowhere = gateway("http://127.0.0.1:1")) {
            var reply =
                    ask(
                            nowhere,
                            "POST /deploy/x HTTP/1.1\nHost: a\nContent-Length: 1\nAccept-Language: %s\nX-Request-Id: my-own-id-1\n\nx"
                                    .formatted(language));
            var problem = JSON.readTree(reply.body());
            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.first("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.first("X-Request-Id")).isEqualTo("my-own-id-1");
            assertThat(problem.path("title").asString()).isEqualTo(title);
            assertThat(problem.path("code").asString()).isEqualTo("bad_gateway");
            assertThat(problem.path("message").asString())
                    .isEqualTo("An invalid response was received from the upstream server");
            assertThat(problem.path("request_id").asString()).isEqualTo("my-own-id-1");
            assertThat(problem.path("trace_id").asString()).matches("[0-9a-f]{32}");
            assertThat(problem.path("instance").asString()).isEqualTo("/deploy/x");
        }
    }

    @Test
    void aServiceThatHangsIsGivenUp() throws Exception {
        var route = new Route("deploy", List.of(), "/deploy/**", true, Limit.ORDINARY, MOST);
        var quick = new Remote(upstream.url(), Duration.ofMillis(600));
        try (var impatient =
                new GatewayServer(
                        Setup.of(Errors.PROBLEM, List.of(route), upstream.url())
                                .remotes(Map.of("deploy", quick)),
                        Clock.systemUTC())) {
            var reply = ask(impatient, "GET /deploy/wait HTTP/1.1\nHost: a\n\n");
            assertThat(reply.status()).isEqualTo(504);
            assertThat(JSON.readTree(reply.body()).path("code").asString())
                    .isEqualTo("gateway_timeout");
            assertThat(upstream.received()).as("is not asked again").hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 2", "POST, 1"})
    void onlyWhatDoesNoHarmTwiceIsAskedAgain(String method, int times) throws Exception {
        var reply = ask(method + " /deploy/close HTTP/1.1\nHost: a\nContent-Length: 0\n\n");
        assertThat(reply.status()).isEqualTo(502);
        assertThat(upstream.received()).hasSize(times);
    }

    @Test
    void aServiceThatDiesInTheMiddleOfAnAnswerCutsIt() throws Exception {
        var reply = ask("GET /deploy/partial HTTP/1.1\nHost: a\n\n");
        assertThat(reply.isCut()).isTrue();
        assertThat(reply.body()).isEqualTo("0123456789");
    }

    @Test
    void whatIsNotHttpIsABadGateway() throws Exception {
        try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var garbled = gateway("http://127.0.0.1:" + service.getLocalPort())) {
            Thread.ofVirtual()
                    .start(() -> {
                        while (!service.isClosed()) {
                            try (var socket = service.accept()) {
                                Wire.head(socket.getInputStream());
                                socket.getOutputStream()
                                        .write(
                                                "GARBAGE\r\n\r\n"
                                                        .getBytes(StandardCharsets.US_ASCII));
                            } catch (IOException closed) {
                                return;
                            }
                        }
                    });
            assertThat(ask(garbled, "GET /deploy/x HTTP/1.1\nHost: a\n\n").status()).isEqualTo(502);
        }
    }

    @Test
    void aServiceWithoutAnAddressIsUnavailable() throws Exception {
        var route = Route.open("GET", "/payment/plans");
        var other = Map.of("auth", new Remote("http://127.0.0.1:1", Duration.ofSeconds(1)));
        try (var incomplete =
                new GatewayServer(
                        Setup.of(Errors.PROBLEM, List.of(route), "http://127.0.0.1:1")
                                .remotes(other),
                        Clock.systemUTC())) {
            var reply = ask(incomplete, "GET /payment/plans HTTP/1.1\nHost: a\n\n");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.first("Retry-After")).isEqualTo("5");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/users/1", "/actuator/health", "/deploy/../api/users/1", "/deployx", "/nope"})
    void whatIsNoServicesIsNotForwarded(String path) throws Exception {
        var reply = ask("POST " + path + " HTTP/1.1\nHost: a\nContent-Length: 0\n\n");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(upstream.received()).isEmpty();
    }

    @Test
    void whoeverWaitsForAKeyHoldsUpNobodyElse() throws Exception {
        var isAsked = new CountDownLatch(1);
        var isThere = new CountDownLatch(1);
        var tokens = new TestTokens(Clock.systemUTC());
        var route = Route.service("deploy");
        try (var waiting =
                        new GatewayServer(
                                Setup.of(Errors.PROBLEM, List.of(route), upstream.url()),
                                Clock.systemUTC(),
                                id -> {
                                    isAsked.countDown();
                                    await(isThere);
                                    return TestTokens.key(id);
                                });
                var slow = new Wire(waiting.port())) {
            slow.send(asking(tokens.session(7)));
            await(isAsked);
            var other = ask(waiting, "GET /deploy/x HTTP/1.1\nHost: a\n\n");
            assertThat(other.status()).isEqualTo(401);
            isThere.countDown();
            assertThat(slow.reply("GET").status()).isEqualTo(200);
        }
    }

    private static String asking(String token) {
        return "GET /deploy/x HTTP/1.1\nHost: a\nAuthorization: Bearer %s\n\n".formatted(token);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
