package io.jium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.gateway.GatewayServer.Setup;
import io.jium.gateway.GatewaySettings.Errors;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, limits and ids before services of the same process. */
class GatewayTest {

    private final TestClock clock = new TestClock();
    private final TestTokens tokens = new TestTokens(clock);
    private final GatewayServer gateway =
            new GatewayServer(
                    Setup.of(
                                    Errors.PROBLEM,
                                    List.of(
                                            Route.open("POST", "/auth/login"),
                                            Route.service("auth")),
                                    "http://127.0.0.1:1")
                            .limits(3, 100)
                            .trusting("127.0.0.0/8"),
                    clock,
                    Set.of("auth"),
                    new Here());

    /** The services of the process: says the id it was given, and a limit of its own. */
    private static final class Here extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.reset();
            response.getHeaders().put("RateLimit-Limit", "42");
            response.getHeaders().put("X-Seen-Id", request.getHeaders().get("X-Request-Id"));
            response.setStatus(200);
            response.write(true, java.nio.ByteBuffer.allocate(0), callback);
            return true;
        }
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Wire.Reply ask(String method, String path, String... headers) throws IOException {
        try (var wire = new Wire(gateway.port())) {
            var more = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
            wire.send("%s %s HTTP/1.1\nHost: a\n%s\n".formatted(method, path, more));
            return wire.reply(method);
        }
    }

    @Test
    void aTokenIsTakenFromTheHeaderOrTheSessionCookie() throws Exception {
        var token = tokens.session(7);
        assertThat(ask("GET", "/auth/profile").status()).isEqualTo(401);
        assertThat(ask("GET", "/auth/profile", "Authorization: Bearer " + token).status())
                .isEqualTo(200);
        assertThat(ask("GET", "/auth/profile", "Cookie: a=b; jium_session=" + token).status())
                .isEqualTo(200);
        assertThat(
                        ask(
                                        "GET",
                                        "/auth/profile",
                                        "Authorization: Basic eDp5",
                                        "Cookie: jium_session=" + token)
                                .status())
                .isEqualTo(401);
    }

    @Test
    void aRememberedTokenStillExpires() throws Exception {
        var header = "Authorization: Bearer " + tokens.session(7);
        assertThat(ask("GET", "/auth/profile", header).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(6));
        var reply = ask("GET", "/auth/profile", header);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.first("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(reply.body()).contains("token expired");
    }

    @ParameterizedTest
    @CsvSource({"Cookie: jium_session=stale", "Authorization: Bearer stale"})
    void whereNobodyNeedsATokenABadOneIsLeftToTheService(String header) throws Exception {
        assertThat(ask("POST", "/auth/login", header).status()).isEqualTo(200);
    }

    @Test
    void aSessionIsCountedWhereverItCallsFromAndAStrangerByHisAddress() throws Exception {
        var mine = "Authorization: Bearer " + tokens.session(7);
        for (var i = 0; i < 3; i++) {
            ask("GET", "/auth/profile", mine, "X-Forwarded-For: 203.0.113." + i);
        }
        assertThat(ask("GET", "/auth/profile", mine).status()).isEqualTo(429);
        var others = "Authorization: Bearer " + tokens.session(8);
        assertThat(ask("GET", "/auth/profile", others).status()).isEqualTo(200);
        // What a caller wrote left of the address that our proxy saw changes nothing.
        for (var i = 0; i < 3; i++) {
            ask("POST", "/auth/login", "X-Forwarded-For: 198.51.100.%d, 203.0.113.9".formatted(i));
        }
        assertThat(ask("POST", "/auth/login", "X-Forwarded-For: 203.0.113.9").status())
                .isEqualTo(429);
        assertThat(ask("POST", "/auth/login", "X-Forwarded-For: 203.0.113.10").status())
                .isEqualTo(200);
    }

    @Test
    void neighboursInOneIpv6NetworkAreOne() throws Exception {
        for (var i = 0; i < 3; i++) {
            ask("POST", "/auth/login", "X-Forwarded-For: 2001:db8::" + i);
        }
        assertThat(ask("POST", "/auth/login", "X-Forwarded-For: 2001:db8::ffff").status())
                .isEqualTo(429);
    }

    @Test
    void ourHeadersWinOverTheServicesAndItsIdIsOurs() throws Exception {
        var reply = ask("POST", "/auth/login", "X-Request-Id: my-own-id-1");
        assertThat(reply.all("RateLimit-Limit")).containsExactly("3");
        assertThat(reply.all("X-Request-Id")).containsExactly("my-own-id-1");
        assertThat(reply.first("X-Seen-Id")).isEqualTo("my-own-id-1");
        var made = ask("POST", "/auth/login", "X-Request-Id: <script>");
        assertThat(made.first("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(made.first("X-Seen-Id")).isEqualTo(made.first("X-Request-Id"));
    }

    @Test
    void theProblemOfALimitSaysWhatKongSays() throws Exception {
        for (var i = 0; i < 3; i++) {
            ask("POST", "/auth/login");
        }
        var reply = ask("POST", "/auth/login");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body())
                .contains("\"code\":\"too_many_requests\"")
                .contains("\"message\":\"API rate limit exceeded\"");
        assertThat(reply.first("Retry-After")).matches("[1-9][0-9]?");
    }
}
