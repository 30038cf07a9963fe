package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.platform.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** SIGTERM while saves are under way: they are answered, and what they saved is there. */
class StopTest {

    private static final int UNDER_WAY = 5;

    @Test
    void requestsUnderWayAreAnsweredAndNewOnesAreNotTaken() throws Exception {
        var data = Files.createTempDirectory("jium-stop");
        var port = ChildProcess.freePort();
        var child = ChildProcess.start(data, port, Map.of());
        try {
            var base = child.base();
            var anybody = new Client(path -> base, Map.of());
            var site = Installation.signUp(anybody, "stopped@example.com").site("stopped");
            var saves = new ArrayList<HalfSent>();
            for (var n = 1; n <= UNDER_WAY; n++) {
                saves.add(new HalfSent(site, site.addPage("page-" + n).expect(201).id(), port));
            }
            child.askToStop();
            Eventually.holds("refusal of new connections", () -> refuses(port));
            for (var save : saves) {
                assertThat(save.sendTheRest()).startsWith("HTTP/1.1 200 ");
            }
            child.awaitEnd();

            child = ChildProcess.start(data, port, Map.of());
            for (var save : saves) {
                var page = site.owner().client().get("/builder/pages/" + save.page).expect(200);
                assertThat(page.at("content/html").asString()).contains(save.sentence());
            }
        } finally {
            child.close();
            Installation.delete(data);
        }
    }

    private static boolean refuses(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }

    /** A save whose body is being read: the server has said that it goes on. */
    private static final class HalfSent {

        private final long page;
        private final Socket socket;
        private final BufferedReader in;
        private final byte[] rest;

        HalfSent(Site site, long page, int port) throws IOException {
            this.page = page;
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            this.in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var body =
                    new JsonMapper().writeValueAsBytes(Map.of("content", Site.content(sentence())));
            var half = body.length / 2;
            this.rest = Arrays.copyOfRange(body, half, body.length);
            send(
                    """
                    PUT /builder/pages/%d HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    If-Match: "1"
                    Content-Type: application/json
                    Content-Length: %d
                    Expect: 100-continue

                    """
                            .formatted(page, site.owner().accessToken(), body.length)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).startsWith("HTTP/1.1 100 ");
            assertThat(in.readLine()).isEmpty();
            send(Arrays.copyOf(body, half));
        }

        String sentence() {
            return "Saved on page " + page;
        }

        /** The answer's first line. */
        String sendTheRest() throws IOException {
            send(rest);
            try (socket) {
                return String.valueOf(in.readLine());
            }
        }

        private void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }
}
