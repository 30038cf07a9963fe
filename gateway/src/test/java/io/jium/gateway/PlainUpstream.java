package io.jium.gateway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server on a bare socket, the one that Kong's answers were captured with: it says what its path
 * tells it to, and remembers what it was sent.
 */
final class PlainUpstream implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    /** Whoever asks for {@code /wait} is answered when this is counted down. */
    final CountDownLatch released = new CountDownLatch(1);

    PlainUpstream() {
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The requests since the last look: heads, and bodies behind an empty line. */
    BlockingQueue<String> received() {
        return received;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            socket.setTcpNoDelay(true);
            var in = socket.getInputStream();
            for (var head = Wire.head(in); head != null; head = Wire.head(in)) {
                var body = body(head, in);
                received.add(head + "\n" + body);
                if (!answer(head.split(" ")[1], head, body, out)) {
                    return;
                }
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // The other end has gone, or the test is over.
        }
    }

    private static String body(String head, InputStream in) throws IOException {
        var lower = head.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("\ntransfer-encoding: chunked")) {
            return Wire.chunked(in);
        }
        var at = lower.indexOf("\ncontent-length: ");
        if (at < 0) {
            return "";
        }
        var length = Integer.parseInt(lower.substring(at + 17, lower.indexOf('\n', at + 17)));
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private boolean answer(String path, String head, String body, BufferedOutputStream out)
            throws IOException, InterruptedException {
        var last = path.replaceAll("\\?.*", "");
        if (last.contains("/status/")) {
            status(last.substring(last.lastIndexOf('/') + 1), out);
        } else if (last.endsWith("/hop")) {
            write(out, HOP);
        } else if (last.endsWith("/chunk")) {
            write(
                    out,
                    """
                    HTTP/1.1 200 OK
                    Content-Type: text/plain
                    Transfer-Encoding: chunked

                    5
                    abcde
                    0

                    """);
        } else if (last.endsWith("/partial")) {
            write(out, "HTTP/1.1 200 OK\nContent-Length: 100\n\n0123456789");
            out.flush();
            return false;
        } else if (last.endsWith("/close")) {
            return false;
        } else if (last.endsWith("/wait") || last.contains("/delay/")) {
            released.await();
            return false;
        } else {
            var text = head + "\n" + body;
            write(
                    out,
                    "HTTP/1.1 200 OK\nContent-Type: text/plain\nServer: upserver\nX-Up-Port: 1\nContent-Length: "
                            + text.getBytes(StandardCharsets.ISO_8859_1).length
                            + "\n\n");
            if (!head.startsWith("HEAD")) {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return true;
    }

    private static void status(String status, BufferedOutputStream out) throws IOException {
        if (status.equals("204") || status.equals("304")) {
            write(out, "HTTP/1.1 %s X\n\n".formatted(status));
        } else {
            write(
                    out,
                    "HTTP/1.1 %s X\nContent-Type: application/json\nContent-Length: 10\n\n{\"up\":%s}"
                            .formatted(status, status));
        }
    }

    private static void write(BufferedOutputStream out, String text) throws IOException {
        out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        released.countDown();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }

    private static final String HOP =
            """
            HTTP/1.1 200 OK
            Content-Length: 3
            Connection: keep-alive, X-Named
            X-Named: 1
            Keep-Alive: timeout=5
            Proxy-Authenticate: Basic
            Proxy-Connection: x
            Trailer: X-T
            Upgrade: h2c
            Via: 1.1 inner
            Server: upserver
            Date: Mon, 01 Jan 2024 00:00:00 GMT
            X-Kong-Proxy-Latency: 99
            X-Kong-Request-Id: theirs
            X-RateLimit-Limit-Minute: 42
            X-Accel-Redirect: /elsewhere
            Set-Cookie: a=1
            Set-Cookie: b=2

            hop\
            """;
}
