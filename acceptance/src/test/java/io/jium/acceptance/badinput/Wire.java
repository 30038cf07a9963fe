package io.jium.acceptance.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 by hand, so that anything can be sent. */
final class Wire {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** What is sent: the body in chunks when its length is not to be told. */
    record Request(
            String method,
            String target,
            Map<String, String> headers,
            byte @Nullable [] body,
            boolean chunked) {

        Request with(String header, @Nullable String value) {
            var more = new LinkedHashMap<>(headers);
            if (value == null) {
                more.remove(header);
            } else {
                more.put(header, value);
            }
            return new Request(method, target, more, body, chunked);
        }

        Request to(String otherTarget) {
            return new Request(method, otherTarget, headers, body, chunked);
        }

        Request by(String otherMethod) {
            return new Request(otherMethod, target, headers, body, chunked);
        }

        Request sending(byte @Nullable [] otherBody) {
            return new Request(method, target, headers, otherBody, chunked);
        }

        Request inChunks() {
            return new Request(method, target, headers, body, true);
        }
    }

    /** What came back; status 0 when nothing did. */
    record Response(int status, String contentType, byte[] body) {

        @Override
        public String toString() {
            var text = new String(body, StandardCharsets.UTF_8);
            return status + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        }
    }

    Response send(Request request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                write(request, socket.getOutputStream());
            } catch (IOException refusedWhileSending) {
                // The answer may have come before all was sent; it is there to be read.
            }
            return read(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.method + " " + request.target, failed);
        }
    }

    private static void write(Request request, OutputStream out) throws IOException {
        var body = request.body;
        var head = new StringBuilder();
        head.append(request.method).append(' ').append(request.target).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        request.headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (request.chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body != null && !request.headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null && request.chunked) {
            for (var from = 0; from < body.length; from += CHUNK) {
                var length = Math.min(CHUNK, body.length - from);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.write(body, from, length);
                out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } else if (body != null) {
            out.write(body);
        }
        out.flush();
    }

    private static Response read(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException cutShort) {
            // What has come so far counts.
        }
        var bytes = all.toByteArray();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Response(0, "", bytes);
        }
        var head = text.substring(0, end).toLowerCase(Locale.ROOT);
        var type = head.indexOf("\r\ncontent-type:");
        return new Response(
                Integer.parseInt(text.substring(9, 12)),
                type < 0 ? "" : head.substring(type + 15).split("\r\n", 2)[0].strip(),
                text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }
}
