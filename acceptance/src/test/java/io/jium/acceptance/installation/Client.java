package io.jium.acceptance.installation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP and JSON. Immutable: {@code as} and {@code with} make another one. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final UnaryOperator<String> base;
    private final Map<String, String> headers;

    /**
     * @param base where a path is answered
     */
    public Client(UnaryOperator<String> base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same client with an access token. */
    public Client as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same client with one more header, or another value of it. */
    public Client with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Without a body. */
    public Answer post(String path) {
        return send("POST", path, null);
    }

    /**
     * @param body what becomes JSON
     */
    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    /**
     * @param body what becomes JSON
     */
    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    /**
     * @param body what becomes JSON
     */
    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    /**
     * @param body what becomes JSON
     */
    public Answer json(String method, String path, Object body) {
        return send(method, path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /** A form with texts and one file. */
    public Answer upload(String path, Map<String, String> texts, String fileName, byte[] file) {
        var boundary = "jium-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        texts.forEach((name, text) -> {
            body.writeBytes(partHead(boundary, "name=\"%s\"".formatted(name)));
            body.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(partHead(boundary, "name=\"file\"; filename=\"%s\"".formatted(fileName)));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static byte[] partHead(String boundary, String disposition) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(boundary, disposition)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends exactly this; JSON unless a header says something else. */
    public Answer send(String method, String path, @Nullable BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(base.apply(path) + path))
                        .timeout(LONGEST)
                        .method(method, body == null ? BodyPublishers.noBody() : body);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
