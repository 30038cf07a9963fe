package io.jium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kong is told what our own gateway does; {@code -Djium.generate=true} writes the files. */
class KongFilesTest {

    private static final Path KONG = Path.of("../ops/kong").toAbsolutePath().normalize();
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"kong.yml", "admin.sh"})
    void kongsFilesSayWhatTheRoutesSay(String name) throws IOException {
        var text = name.endsWith(".yml") ? KongFiles.declarative() : KongFiles.script();
        var file = KONG.resolve(name);
        if (Boolean.getBoolean("jium.generate")) {
            Files.writeString(file, text);
            if (name.endsWith(".sh")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        assertThat(file)
                .as("generate it anew: mvn verify -pl gateway -am -Djium.generate=true")
                .exists()
                .hasContent(text);
    }

    /** Of what Kong's own schemas know: a field of another name stops its start. */
    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "upstreams",
                    Set.of("name", "algorithm", "healthchecks", "targets"),
                    "services",
                    Set.of(
                            "name",
                            "host",
                            "port",
                            "protocol",
                            "connect_timeout",
                            "read_timeout",
                            "write_timeout",
                            "retries",
                            "routes"),
                    "routes",
                    Set.of(
                            "name",
                            "methods",
                            "paths",
                            "strip_path",
                            "preserve_host",
                            "request_buffering",
                            "response_buffering",
                            "plugins"),
                    "jwt",
                    Set.of(
                            "key_claim_name",
                            "claims_to_verify",
                            "header_names",
                            "cookie_names",
                            "uri_param_names",
                            "run_on_preflight"),
                    "rate-limiting",
                    Set.of("minute", "hour", "limit_by", "policy", "fault_tolerant"),
                    "cors",
                    Set.of(
                            "origins",
                            "methods",
                            "headers",
                            "exposed_headers",
                            "credentials",
                            "max_age"),
                    "correlation-id",
                    Set.of("header_name", "generator", "echo_downstream"),
                    "request-size-limiting",
                    Set.of("allowed_payload_size", "size_unit"),
                    "prometheus",
                    Set.of(
                            "status_code_metrics",
                            "latency_metrics",
                            "bandwidth_metrics",
                            "upstream_health_metrics"));

    @Test
    void theDeclarativeFileHasFieldsThatKongKnows() {
        var key = "{\"key\":\"k\",\"algorithm\":\"RS256\",\"rsa_public_key\":\"-----BEGIN…\\n\"}";
        var filled = KongFiles.declarative().replace("${JIUM_KONG_KEYS}", key + "," + key);
        var kong = JSON.valueToTree(new Yaml().load(filled));
        assertThat(kong.propertyNames())
                .containsExactlyInAnyOrder(
                        "_format_version",
                        "_transform",
                        "upstreams",
                        "services",
                        "plugins",
                        "consumers");
        kong.path("upstreams").forEach(upstream -> known("upstreams", upstream));
        var names = new ArrayList<String>();
        for (var service : kong.path("services")) {
            known("services", service);
            for (var route : service.path("routes")) {
                known("routes", route);
                names.add(route.path("name").asString());
                route.path("plugins")
                        .forEach(plugin ->
                                known(plugin.path("name").asString(), plugin.path("config")));
            }
        }
        kong.path("plugins")
                .forEach(plugin -> known(plugin.path("name").asString(), plugin.path("config")));
        assertThat(names).doesNotHaveDuplicates();
        assertThat(kong.at("/consumers/0/jwt_secrets").size()).isEqualTo(2);
    }

    private static void known(String kind, JsonNode entity) {
        assertThat(Objects.requireNonNull(FIELDS.get(kind), kind))
                .as(kind)
                .containsAll(entity.propertyNames());
    }

    @Test
    void theScriptTellsTheSameAsTheFileAndMayRunAgain() throws Exception {
        var told = new TreeMap<String, JsonNode>();
        var posted = new ArrayList<String>();
        try (var kong = new FakeServer(exchange -> admin(exchange, told, posted))) {
            assertThat(script(kong, "admin.sh")).isEmpty();
            var once = Map.copyOf(told);
            assertThat(script(kong, "admin.sh")).isEmpty();
            assertThat(told).isEqualTo(once);
        }
        assertThat(posted).as("targets, once each").hasSize(KongEntities.SERVICES.size());
        var routes =
                KongEntities.SERVICES.stream()
                        .flatMap(service ->
                                KongEntities.routes(service).keySet().stream()
                                        .map(name ->
                                                "/services/%s/routes/%s".formatted(service, name)))
                        .toList();
        assertThat(told).containsKeys(routes.toArray(String[]::new));
        assertThat(the(told, "/services/auth/routes/auth").path("paths").valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactly("/auth/", "~/auth$");
        assertThat(the(told, "/plugins/everywhere-cors").at("/config/origins/0").stringValue())
                .isEqualTo("https://console.test");
        var key = the(told, "/consumers/platform/jwt/key-2026-11");
        var pem = key.path("rsa_public_key").stringValue().replaceAll("-----[^-]+-----|\\s", "");
        var der = new X509EncodedKeySpec(Base64.getDecoder().decode(pem));
        assertThat(KeyFactory.getInstance("RSA").generatePublic(der))
                .isEqualTo(
                        Objects.requireNonNull(TestTokens.key("key-2026-11"))
                                .toRSAKey()
                                .toRSAPublicKey());
    }

    private static JsonNode the(Map<String, JsonNode> told, String address) {
        return Objects.requireNonNull(told.get(address), address);
    }

    private static void admin(
            HttpExchange exchange, Map<String, JsonNode> told, List<String> posted)
            throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/auth/.well-known/jwks.json")) {
            var keys =
                    new JWKSet(
                            List.of(
                                    Objects.requireNonNull(TestTokens.key("key-2026-11")),
                                    Objects.requireNonNull(TestTokens.key("key-2026-10"))));
            FakeServer.answer(exchange, 200, keys.toString());
        } else if (exchange.getRequestMethod().equals("POST")) {
            posted.add(path + " " + body);
            FakeServer.answer(exchange, 201, "{}");
        } else if (path.contains("/targets/")) {
            var known = posted.stream().anyMatch(target -> target.startsWith(parent(path) + " "));
            FakeServer.answer(exchange, known ? 200 : 404, "{}");
        } else {
            told.put(path, JSON.readTree(body));
            FakeServer.answer(exchange, 200, "{}");
        }
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** What it complains of. */
    private static String script(FakeServer kong, String name) throws Exception {
        var builder =
                new ProcessBuilder("bash", KONG.resolve(name).toString()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("KONG_ADMIN", "http://" + kong.address());
        environment.put("JIUM_CORS_ORIGIN", "https://console.test");
        for (var service : KongEntities.SERVICES) {
            environment.put(
                    "JIUM_%s_TARGET".formatted(service.toUpperCase(java.util.Locale.ROOT)),
                    kong.address());
        }
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /** Stands in for Kong's Admin API and for the auth service. */
    private record FakeServer(HttpServer server) implements AutoCloseable {

        FakeServer(com.sun.net.httpserver.HttpHandler handler) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
            server.createContext("/", handler);
            server.start();
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        static void answer(HttpExchange exchange, int status, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
