package io.jium.platform.binding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers on a real socket as a test says, also as no web server would. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answering answering;

    ScriptedServer(Answering answering) {
        this.answering = answering;
        try {
            this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What is done with a request; the connection goes on when it returns. */
    @FunctionalInterface
    interface Answering {
        void to(Request request, Connection connection) throws Exception;
    }

    /**
     * @param number from 1
     */
    record Request(int number, String line, Map<String, String> headers) {}

    void answers(Answering other) {
        answering = other;
    }

    List<Request> requests() {
        return requests;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    accepted.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var headers = headers(in);
                var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
                in.skip(length);
                answering.to(counted(line, headers), new Connection(accepted));
            }
        } catch (Exception over) {
            // Closed by a script or by the client.
        }
    }

    private synchronized Request counted(String line, Map<String, String> headers) {
        var request = new Request(requests.size() + 1, line, headers);
        requests.add(request);
        return request;
    }

    private static Map<String, String> headers(BufferedReader in) throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** The way back to the client. */
    record Connection(Socket socket) {

        void send(String text) throws IOException {
            socket.getOutputStream()
                    .write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        void json(int status, String type, String body) throws IOException {
            send(
                    "HTTP/1.1 %d X\nContent-Type: %s\nContent-Length: %d\nRetry-After: 7\n\n%s"
                            .formatted(status, type, body.length(), body));
        }

        void thing() throws IOException {
            json(200, "application/json", "{\"name\":\"a\"}");
        }

        /** After which the connection ends. */
        void lastThing() throws IOException {
            var body = "{\"name\":\"a\"}";
            send(
                    "HTTP/1.1 200 X\nContent-Type: application/json\nConnection: close\nContent-Length: %d\n\n%s"
                            .formatted(body.length(), body));
            socket.close();
        }

        /** As when a process is killed with something still unread. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
