package io.jium.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client that speaks JSON. Immutable: {@code as} and {@code with} make another one. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP = client().build();

    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;

    public Api(String base) {
        this(HTTP, base, Map.of("Accept-Language", "en"));
    }

    private Api(HttpClient http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** The same client with an access token. */
    public Api as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same client with one more header, or another value of it. */
    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(http, base, more);
    }

    /** The same client at another address of this machine, e.g. {@code 127.0.0.2}. */
    public Api from(String address) {
        try {
            return new Api(
                    client().localAddress(InetAddress.getByName(address)).build(), base, headers);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(address, notAnAddress);
        }
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
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
        return send("POST", path, JSON.writeValueAsBytes(body));
    }

    /**
     * @param body what becomes JSON
     */
    public Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsBytes(body));
    }

    /** Sends exactly these bytes as JSON. */
    public Answer raw(String method, String path, byte[] body) {
        return send(method, path, body);
    }

    private Answer send(String method, String path, byte @Nullable [] body) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(LONGEST)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** The problem's stable code, or nothing. */
        public String code() {
            return json().path("code").asString("");
        }

        /** {@code field:code} of each invalid field. */
        public List<String> errors() {
            return json().path("errors")
                    .valueStream()
                    .map(error ->
                            error.path("field").asString() + ":" + error.path("code").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
