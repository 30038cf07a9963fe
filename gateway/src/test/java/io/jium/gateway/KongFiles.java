package io.jium.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ways to tell Kong about the routes: its declarative file, and a script for its Admin API.
 */
final class KongFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private KongFiles() {}

    /** JSON is YAML: one line for each thing, so that a change is one line, too. */
    static String declarative() {
        var text = new StringBuilder(YAML_HEAD);
        text.append("\nupstreams:\n");
        for (var service : KongEntities.SERVICES) {
            var upstream = KongEntities.upstream(service);
            upstream.put(
                    "targets", java.util.List.of(Map.of("target", KongEntities.target(service))));
            text.append("- ").append(json(upstream)).append('\n');
        }
        text.append("\nservices:\n");
        for (var service : KongEntities.SERVICES) {
            var first = "- ";
            for (var field : KongEntities.service(service).entrySet()) {
                text.append(first)
                        .append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append('\n');
                first = "  ";
            }
            text.append("  routes:\n");
            KongEntities.routes(service)
                    .forEach((name, route) -> {
                        var fields = KongEntities.route(name, route);
                        var plugins = KongEntities.plugins(route);
                        if (!plugins.isEmpty()) {
                            fields.put("plugins", plugins);
                        }
                        text.append("  - ").append(json(fields)).append('\n');
                    });
        }
        text.append("\nplugins:\n");
        KongEntities.everywhere()
                .forEach(plugin -> text.append("- ").append(json(plugin)).append('\n'));
        text.append(
                """

                consumers:
                - username: platform
                  jwt_secrets: [${JIUM_KONG_KEYS}]
                """);
        return text.toString();
    }

    static String script() {
        var text = new StringBuilder(SCRIPT_HEAD);
        for (var service : KongEntities.SERVICES) {
            text.append("\n# ").append(service).append('\n');
            put("upstreams/" + KongEntities.pool(service), KongEntities.upstream(service), text);
            text.append(
                    "target %s %s\n"
                            .formatted(KongEntities.pool(service), KongEntities.target(service)));
            put("services/" + service, KongEntities.service(service), text);
            KongEntities.routes(service)
                    .forEach((name, route) -> {
                        put(
                                "services/%s/routes/%s".formatted(service, name),
                                KongEntities.route(name, route),
                                text);
                        for (var plugin : KongEntities.plugins(route)) {
                            var scoped = new LinkedHashMap<>(plugin);
                            scoped.put("route", Map.of("name", name));
                            put("plugins/" + name + "-" + plugin.get("name"), scoped, text);
                        }
                    });
        }
        text.append("\n# everywhere\n");
        for (var plugin : KongEntities.everywhere()) {
            put("plugins/everywhere-" + plugin.get("name"), plugin, text);
        }
        text.append(SCRIPT_END);
        return text.toString();
    }

    /** What is named in the address is not named again. */
    private static void put(String address, Map<String, Object> fields, StringBuilder text) {
        var body = new LinkedHashMap<>(fields);
        if (!address.startsWith("plugins/")) {
            body.remove("name");
        }
        text.append("put ").append(address).append(" '").append(json(body)).append("'\n");
    }

    private static String json(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }

    private static final String YAML_HEAD =
            """
            # Kong 3 without a database, in place of the built-in gateway: the same routes, token check and limits.
            # Made of gateway's Routes.java by KongFilesTest (-Djium.generate=true); do not edit.
            #
            # Fill it in with envsubst:
            #   export JIUM_AUTH_TARGET=10.0.0.1:8081 JIUM_BUILDER_TARGET=10.0.0.2:8082 …     host:port of each service
            #   export JIUM_CORS_ORIGIN=https://console.example.com                           whose pages may call the API
            #   export JIUM_KONG_KEYS=$(ops/kong/keys.sh http://10.0.0.1:8081 | paste -sd,)   who signs tokens; again after a rotation
            #   envsubst < ops/kong/kong.yml > /etc/kong/kong.yml
            #
            # - The console and published sites are not Kong's: a process of the parts gateway,edge serves them.
            # - Services believe Kong's X-Forwarded-For when it is among their JIUM_TRUSTED_PROXIES. Behind a load balancer Kong needs
            #   trusted_ips, real_ip_header=X-Forwarded-For and real_ip_recursive=on, else all clients are one.
            # - Limits are by address: for Kong all users are one consumer. Several Kongs count together with policy redis.
            _format_version: "3.0"
            _transform: true
            """;

    private static final String SCRIPT_HEAD =
            """
            #!/usr/bin/env bash
            # Tells a Kong 3 with a database about the same as kong.yml, by its Admin API; may be run again at any time.
            # Made of gateway's Routes.java by KongFilesTest (-Djium.generate=true); do not edit.
            #
            #   export KONG_ADMIN=http://127.0.0.1:8001 JIUM_CORS_ORIGIN=https://console.example.com
            #   export JIUM_AUTH_TARGET=10.0.0.1:8081 JIUM_BUILDER_TARGET=10.0.0.2:8082 …   host:port of each service
            #   ops/kong/admin.sh
            #
            # A target that has moved away is not taken off: DELETE $KONG_ADMIN/upstreams/<pool>/targets/<target>.
            set -euo pipefail
            here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
            admin=${KONG_ADMIN:-http://127.0.0.1:8001}

            # A PUT replaces what is there, or makes it.
            put() { # address, JSON
              envsubst <<<"$2" | curl -fsS -o /dev/null -X PUT "$admin/$1" -H 'Content-Type: application/json' --data-binary @-
            }

            # Targets alone are made by POST, and only once.
            target() { # pool, host:port
              curl -fs -o /dev/null -X PUT "$admin/upstreams/$1/targets/$2" -d weight=100 ||
                curl -fsS -o /dev/null -X POST "$admin/upstreams/$1/targets" -d "target=$2" -d weight=100
            }
            """;

    private static final String SCRIPT_END =
            """

            # Who signs tokens; a key that is gone is to be deleted after the longest life of a token.
            put consumers/platform '{}'
            "$here/keys.sh" "http://${JIUM_AUTH_TARGET}" | while read -r key; do
              id=$(sed 's/.*"key":"\\([^"]*\\)".*/\\1/' <<<"$key")
              put "consumers/platform/jwt/$id" "$key"
            done
            """;
}
