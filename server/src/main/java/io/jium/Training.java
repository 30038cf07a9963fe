package io.jium;

import io.jium.platform.host.Host;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The training run of the AOT cache: starts everything in an empty folder, does what the first user
 * does, and stops. The JVM then writes what it loaded, linked and profiled.
 */
final class Training {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private String token = "";

    private Training(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    static void run() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("jium-training");
        var environment =
                Map.of(
                        "JIUM_DATA",
                        data.toString(),
                        "JIUM_PORT",
                        "0",
                        "JIUM_ADMIN_PASSWORD",
                        "training-only-7391",
                        "JIUM_RATE_LIMIT_PER_MINUTE",
                        "0");
        try (var host = Host.start(Jium.SERVICES, Jium.FRONTS, environment, Clock.systemUTC())) {
            new Training(host.port()).firstSite();
        } finally {
            delete(data);
        }
    }

    private void firstSite() throws IOException, InterruptedException {
        get("/");
        get("/actuator/health/readiness");
        token =
                post(
                                "/auth/register",
                                "{\"name\":\"t\",\"email\":\"t@example.com\",\"password\":\"training-only-7391\"}")
                        .path("access_token")
                        .asString();
        get("/auth/profile");
        get("/payment/plans");
        var template = get("/builder/templates").path("data").path(0).path("id").asLong();
        get("/builder/templates/" + template);
        var site =
                post(
                                "/payment/subscribe",
                                """
                                {"plan_type":"basic","template_id":%d,"service":{"name":"t","slug":"training"}}
                                """
                                        .formatted(template))
                        .path("service")
                        .path("id")
                        .asLong();
        var page =
                get("/builder/pages?service_id=" + site).path("data").path(0).path("id").asLong();
        var content = get("/builder/pages/" + page).path("content").path("project");
        send(
                "PUT",
                "/builder/pages/" + page,
                "{\"title\":\"t2\",\"content\":{\"project\":" + content + "}}");
        get("/builder/settings/" + site);
        post("/deploy/site/" + site, "{}");
        for (var i = 0; i < 200 && get("/deploy/status/" + site).path("current").isNull(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "ko")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (method.equals("PUT")) {
            request.header("If-Match", "\"1\"");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(
                    "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response.body().startsWith("{")
                ? JSON.readTree(response.body())
                : JSON.createObjectNode();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
