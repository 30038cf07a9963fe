package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ops/haproxy/haproxy.cfg}, run with other ports in front of two servers that tell what they
 * got.
 */
class HaproxyTest {

    private static final String CONSOLE = "console.example.com";

    /** Other addresses of this machine. */
    private static final String CDN = "127.0.0.2";

    private static final String FLOODER = "127.0.0.3";

    @TempDir private static Path folder;

    private static final List<HttpServer> SERVERS = new ArrayList<>();
    private static final List<Process> STARTED = new ArrayList<>();
    private static int plain;
    private static int tls;

    @BeforeAll
    static void start() throws IOException {
        var program = Tool.ifHere("haproxy").program();
        plain = freePort();
        tls = freePort();
        Certificate.in(folder);
        Files.writeString(folder.resolve("cdn.lst"), CDN + "\n");
        Files.copy(OpsFiles.folder().resolve("haproxy/api.lst"), folder.resolve("api.lst"));
        var config = folder.resolve("haproxy.cfg");
        Files.writeString(config, adapted());
        var starting =
                new ProcessBuilder(program, "-db", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        starting.environment()
                .putAll(Map.of("CERTS", folder.toString(), "LISTS", folder.toString()));
        STARTED.add(starting.start());
        Eventually.holds("answer of HAProxy", () -> ask(CONSOLE, "/").contains("here is gateway"));
    }

    @AfterAll
    static void stop() {
        STARTED.forEach(Process::destroyForcibly);
        SERVERS.forEach(server -> server.stop(0));
    }

    /** What is of a whole machine is left out; whoever is listed as a server is one of ours. */
    private static String adapted() throws IOException {
        return OpsFiles.text(OpsFiles.folder().resolve("haproxy/haproxy.cfg"))
                .replaceAll("(?m)^  (user|group|log /dev/log|stats socket).*", "")
                .replace("maxconn 20000", "maxconn 500")
                .replace("bind :80\n", "bind 127.0.0.1:%d\n".formatted(plain))
                .replace("bind :443 ", "bind 127.0.0.1:%d ".formatted(tls))
                .replace("127.0.0.1:8404", "127.0.0.1:" + freePort())
                .replace("127.0.0.1:8081", "127.0.0.1:" + telling("gateway"))
                .replace("127.0.0.1:8082", "127.0.0.1:" + telling("edge"));
    }

    private static int telling(String name) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var text = new StringBuilder("here is " + name + "\n");
                    exchange.getRequestHeaders()
                            .forEach((header, values) ->
                                    text.append("%s: %s\n".formatted(header, values)));
                    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        SERVERS.add(server);
        return server.getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Over TLS: status line, headers, and what the server behind got. */
    private static String ask(String host, String path, String... more) {
        var arguments = new ArrayList<Object>(List.of("-sik", "-m", "10", "-H", "Host: " + host));
        arguments.addAll(List.of(more));
        arguments.add("https://127.0.0.1:%d%s".formatted(tls, path));
        return Tool.ifHere("curl").run(arguments.toArray()).text();
    }

    @Test
    void theConsoleIsTheGatewaysAndEverythingElseTheEdges() {
        assertThat(ask(CONSOLE, "/builder/pages")).contains("200", "here is gateway");
        assertThat(ask("CONSOLE.example.com:443", "/")).contains("here is gateway");
        assertThat(ask("shop.sites.example.com", "/api/")).contains("here is edge");
        assertThat(ask("own-domain.kr", "/")).contains("here is edge");
    }

    @Test
    void plainHttpIsSentToTlsExceptWhatProvesADomain() {
        var curl = Tool.ifHere("curl");
        var console = "http://127.0.0.1:%d/x".formatted(plain);
        assertThat(curl.run("-si", "-H", "Host: " + CONSOLE, console).text())
                .contains("308", "location: https://console.example.com/x");
        var proof = "http://127.0.0.1:%d/.well-known/acme-challenge/x".formatted(plain);
        assertThat(curl.run("-si", "-H", "Host: own-domain.kr", proof).text())
                .contains("here is edge");
    }

    @Test
    void onlyTheConsolePromisesTlsForAYear() {
        assertThat(ask(CONSOLE, "/")).contains("strict-transport-security");
        assertThat(ask("own-domain.kr", "/")).doesNotContain("strict-transport-security");
    }

    @Test
    void whatServicesTellEachOtherIsNotForPeople() {
        assertThat(ask(CONSOLE, "/api/users")).contains("404").doesNotContain("here is");
        assertThat(ask(CONSOLE, "/actuator/prometheus")).contains("404").doesNotContain("here is");
        assertThat(ask(CONSOLE, "/apidocs")).contains("here is gateway");
    }

    @Test
    void nobodyOutsideSaysWhatOnlyWeSay() {
        assertThat(
                        ask(
                                CONSOLE,
                                "/",
                                "-H",
                                "X-Forwarded-For: 6.6.6.6",
                                "-H",
                                "X-Forwarded-Prefix: /evil",
                                "-H",
                                "Forwarded: for=6.6.6.6",
                                "-H",
                                "X-Consumer-Id: evil",
                                "-H",
                                "Jium-Service-Credential: evil",
                                "-H",
                                "CF-Connecting-IP: 6.6.6.6"))
                .contains("X-forwarded-for: [127.0.0.1]", "X-forwarded-proto: [https]")
                .contains("X-forwarded-host: [console.example.com]")
                .doesNotContain("evil")
                .doesNotContain("for=");
    }

    @Test
    void theCdnIsBelievedWhoCalls() {
        assertThat(ask(CONSOLE, "/", "--interface", CDN, "-H", "CF-Connecting-IP: 203.0.113.9"))
                .contains("X-forwarded-for: [203.0.113.9]");
    }

    @Test
    void aFloodIsHeldBackAndNobodyElse() {
        var answers =
                Tool.ifHere("curl")
                        .run(
                                "-sk",
                                "--interface",
                                FLOODER,
                                "-o",
                                "/dev/null",
                                "-w",
                                "%{http_code}\n",
                                "https://127.0.0.1:%d/[1-2100]".formatted(tls))
                        .text()
                        .lines()
                        .toList();
        assertThat(answers).hasSize(2100).startsWith("200").endsWith("429");
        assertThat(ask(CONSOLE, "/")).contains("200", "here is gateway");
    }
}
