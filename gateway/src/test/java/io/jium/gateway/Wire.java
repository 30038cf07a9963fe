package io.jium.gateway;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1 on a bare socket: what is sent is sent as it stands. Lines end with {@code \n} in texts.
 */
final class Wire implements AutoCloseable {

    private static final int LONGEST_WAIT = 20_000;

    private final Socket socket;

    Wire(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_WAIT);
        socket.setTcpNoDelay(true);
    }

    /**
     * An answer.
     *
     * @param isCut whether it ended before its told length
     */
    record Reply(int status, List<String[]> headers, String body, boolean isCut) {

        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header[0].equalsIgnoreCase(name))
                    .map(header -> header[1])
                    .toList();
        }

        String first(String name) {
            return all(name).isEmpty() ? "" : all(name).getFirst();
        }
    }

    void send(String text) throws IOException {
        socket.getOutputStream()
                .write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    Socket socket() {
        return socket;
    }

    /** The next final answer. */
    Reply reply(String method) throws IOException {
        var in = socket.getInputStream();
        var head = head(in);
        while (head != null && head.startsWith("HTTP/1.1 100")) {
            head = head(in);
        }
        if (head == null) {
            throw new EOFException("no answer");
        }
        var lines = head.split("\n");
        var status = Integer.parseInt(lines[0].split(" ")[1]);
        var headers = new ArrayList<String[]>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.add(
                    new String[] {
                        lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()
                    });
        }
        var reply = new Reply(status, headers, "", false);
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return reply;
        }
        return withBody(reply, in);
    }

    private static Reply withBody(Reply reply, InputStream in) throws IOException {
        if (reply.first("Transfer-Encoding").equals("chunked")) {
            return new Reply(reply.status(), reply.headers(), chunked(in), false);
        }
        var told = reply.first("Content-Length");
        var length = told.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(told);
        var body = told.isEmpty() ? in.readAllBytes() : in.readNBytes(length);
        return new Reply(
                reply.status(),
                reply.headers(),
                new String(body, StandardCharsets.UTF_8),
                !told.isEmpty() && body.length < length);
    }

    /** Lines up to the empty one; null when the other end has closed. */
    static @Nullable String head(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var line = line(in); line != null; line = line(in)) {
            if (line.isEmpty()) {
                return text.toString();
            }
            text.append(line).append('\n');
        }
        return null;
    }

    static String chunked(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = line(in);
            if (size == null) {
                throw new EOFException("a chunk is missing");
            }
            var length = Integer.parseInt(size.split(";")[0].strip().toLowerCase(Locale.ROOT), 16);
            body.writeBytes(in.readNBytes(length));
            line(in);
            if (length == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
        }
    }

    static @Nullable String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                var line = bytes.toString(StandardCharsets.ISO_8859_1);
                return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            }
            bytes.write(next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
