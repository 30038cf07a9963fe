package io.jium.gateway;

import io.jium.platform.security.SessionCookies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The table of routes as what Kong is made of; names and fields of Kong 3. */
final class KongEntities {

    static final List<String> SERVICES =
            List.of("auth", "builder", "content", "deploy", "payment", "analytics", "notification");

    private static final int PER_MINUTE = 100;
    private static final int PER_HOUR = 1000;

    private KongEntities() {}

    static String pool(String service) {
        return service + "-pool";
    }

    static String target(String service) {
        return "${JIUM_%s_TARGET}".formatted(service.toUpperCase(java.util.Locale.ROOT));
    }

    static Map<String, Object> upstream(String service) {
        var active =
                map(
                        "type",
                        "http",
                        "http_path",
                        "/actuator/health/readiness",
                        "timeout",
                        1,
                        "concurrency",
                        2,
                        "healthy",
                        map("interval", 2, "successes", 2, "http_statuses", List.of(200)),
                        "unhealthy",
                        map(
                                "interval", 2,
                                "http_failures", 2,
                                "tcp_failures", 2,
                                "timeouts", 2,
                                "http_statuses", List.of(429, 500, 502, 503, 504)));
        var passive =
                map(
                        "healthy", map("successes", 1),
                        "unhealthy", map("tcp_failures", 3, "timeouts", 3, "http_failures", 0));
        return map(
                "name", pool(service),
                "algorithm", "least-connections",
                "healthchecks", map("threshold", 0, "active", active, "passive", passive));
    }

    static Map<String, Object> service(String service) {
        return map(
                "name", service,
                "host", pool(service),
                "port", 80,
                "protocol", "http",
                "connect_timeout", 2000,
                "read_timeout", 30000,
                "write_timeout", 30000,
                "retries", 1);
    }

    /** The routes of a service without their plugins, by name. */
    static Map<String, Route> routes(String service) {
        var named = new LinkedHashMap<String, Route>();
        for (var route : Routes.ALL.of(service)) {
            named.put(name(route), route);
        }
        return named;
    }

    private static String name(Route route) {
        var words = new ArrayList<String>();
        for (var segment : Routes.segments(route.path())) {
            words.add(segment.equals("*") ? "any" : segment.replaceAll("[^a-z0-9]+", "-"));
        }
        return route.methods().isEmpty()
                ? route.service()
                : (String.join("-", words) + "-" + route.methods().getFirst())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("-{2,}", "-");
    }

    static Map<String, Object> route(String name, Route route) {
        var fields = map("name", name);
        if (!route.methods().isEmpty()) {
            var methods = new TreeSet<>(route.methods());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            fields.put("methods", List.copyOf(methods));
        }
        fields.put("paths", paths(route));
        fields.put("strip_path", false);
        fields.put("preserve_host", true);
        if (route.limit() == Limit.STREAMS) {
            fields.put("response_buffering", false);
        }
        if (route.limit() == Limit.UPLOADS) {
            fields.put("request_buffering", false);
        }
        return fields;
    }

    /** A plain path of Kong's is the beginning of a text: these are whole segments. */
    private static List<String> paths(Route route) {
        if (route.path().endsWith("/**")) {
            var prefix = route.path().substring(0, route.path().length() - 3);
            return List.of(prefix + "/", "~" + prefix + "$");
        }
        return List.of("~" + route.path().replace(".", "\\.").replace("*", "[^/]+") + "$");
    }

    static List<Map<String, Object>> plugins(Route route) {
        var plugins = new ArrayList<Map<String, Object>>();
        if (!route.isPublic()) {
            plugins.add(
                    plugin(
                            "jwt",
                            map(
                                    "key_claim_name", "kid",
                                    "claims_to_verify", List.of("exp"),
                                    "header_names", List.of("authorization"),
                                    "cookie_names", List.of(SessionCookies.SESSION),
                                    "uri_param_names", List.of(),
                                    "run_on_preflight", false)));
        }
        if (route.limit() != Limit.ORDINARY) {
            plugins.add(limiting(route.limit()));
        }
        if (route.limit() == Limit.UPLOADS) {
            plugins.add(size(route.mostBytes()));
        }
        return plugins;
    }

    static List<Map<String, Object>> everywhere() {
        return List.of(
                plugin(
                        "correlation-id",
                        map(
                                "header_name",
                                "X-Request-Id",
                                "generator",
                                "uuid",
                                "echo_downstream",
                                true)),
                plugin(
                        "cors",
                        map(
                                "origins", List.of("${JIUM_CORS_ORIGIN}"),
                                "methods", Cors.METHODS,
                                "headers", Cors.HEADERS,
                                "exposed_headers", Cors.EXPOSED,
                                "credentials", true,
                                "max_age", Cors.MAX_AGE)),
                size(io.jium.platform.web.BodyLimit.JSON),
                limiting(Limit.ORDINARY),
                plugin(
                        "prometheus",
                        map(
                                "status_code_metrics", true,
                                "latency_metrics", true,
                                "bandwidth_metrics", true,
                                "upstream_health_metrics", true)));
    }

    private static Map<String, Object> size(long bytes) {
        return plugin(
                "request-size-limiting",
                map("allowed_payload_size", bytes >> 20, "size_unit", "megabytes"));
    }

    private static Map<String, Object> limiting(Limit limit) {
        return plugin(
                "rate-limiting",
                map(
                        "minute",
                        PER_MINUTE * limit.width(),
                        "hour",
                        PER_HOUR * limit.width(),
                        "limit_by",
                        "ip",
                        "policy",
                        "local",
                        "fault_tolerant",
                        true));
    }

    private static Map<String, Object> plugin(String name, Map<String, Object> config) {
        return map("name", name, "config", config);
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
