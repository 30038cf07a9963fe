package io.jium.acceptance.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Topology;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is refused before its body has come. */
class LateBodyTest {

    private static final String HEAD =
            """
            POST /builder/pages HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer no.such.token\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            """;

    @ParameterizedTest
    @ValueSource(ints = {2, 100_000, 3_000_000})
    void theConnectionServesTheNextRequest(int length) throws IOException {
        var port = Topology.H2.installation().port();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var round = 0; round < 2; round++) {
                send(socket, HEAD.formatted(length));
                assertThat(answer(in)).startsWith("HTTP/1.1 401");
                send(socket, " ".repeat(length));
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The head of the next answer; its body is read and forgotten. */
    private static String answer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return "closed after: " + head;
            }
            head.append((char) next);
        }
        var length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        return head.toString();
    }
}
