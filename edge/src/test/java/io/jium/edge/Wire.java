package io.jium.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on a bare socket: sends exactly what a test writes, even what no client would. */
final class Wire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;

    Wire(InetSocketAddress address) throws IOException {
        socket.connect(address);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** The body is kept one character a byte. */
    record Answer(int status, Map<String, String> headers, String bytes) {
        byte[] body() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Nullable String header(String name) {
            return headers.get(name);
        }

        String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }
    }

    Answer get(String host, String path, String... headers) throws IOException {
        return send("GET", host, path, headers);
    }

    Answer send(String method, String host, String path, String... headers) throws IOException {
        write(method, host, path, headers);
        return read(method.equals("HEAD"));
    }

    void write(String method, String host, String path, String... headers) throws IOException {
        var head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
        for (var header : headers) {
            head.append("\r\n").append(header);
        }
        head.append("\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    Answer read(boolean toHead) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        var body = toHead ? new byte[0] : body(status, headers);
        return new Answer(status, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 304) {
            return new byte[0];
        }
        var length = headers.get("Content-Length");
        if (length != null) {
            var body = in.readNBytes(Integer.parseInt(length));
            if (body.length < Integer.parseInt(length)) {
                throw new EOFException("half a body");
            }
            return body;
        }
        return List.of("chunked").contains(headers.getOrDefault("Transfer-Encoding", ""))
                ? chunks()
                : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
