package io.jium.acceptance.ops;

import io.jium.acceptance.ops.Part.Files;
import io.jium.acceptance.reference.Generated;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every part in a container of its own on one machine. */
final class ComposeFiles {

    private static final String HEAD =
            """
            # The parts of Jium, and what only their names decide.
            # %s

            x-settings: &settings
              JIUM_PUBLIC_URL: ${PUBLIC_URL}
              JIUM_SITES_DOMAIN: ${SITES_DOMAIN}
              JIUM_TRUSTED_PROXIES: 127.0.0.0/8,::1,172.30.0.0/16
              JIUM_STOP_TIMEOUT: 20s
              JIUM_METRICS_TOKEN_FILE: /run/secrets/metrics

            x-inside: &inside
              <<: *settings
              JIUM_REDIS_URL_FILE: /run/secrets/redis-url
            %s
            x-part: &part
              image: ${JIUM_IMAGE}
              restart: unless-stopped
              read_only: true
              cap_drop: [ALL]
              security_opt: ["no-new-privileges:true"]
              # Java unpacks native code there.
              tmpfs: ["/tmp:exec,mode=1777"]
              # Longer than JIUM_STOP_TIMEOUT.
              stop_grace_period: 40s
              healthcheck:
                test: [CMD, curl, -fsS, -o, /dev/null, "http://127.0.0.1:8080/actuator/health/readiness"]
                interval: 5s
                timeout: 3s
                start_period: 60s

            services:
              # Gives each service a database; at every start, since there may be a new one.
              databases:
                image: mariadb:11.4
                entrypoint: [sh, -c, 'sh /databases.sh /run/secrets > /tmp/sql && mariadb -h mariadb -u root -p"$$(cat /run/secrets/database-root)" < /tmp/sql']
                volumes: ["../mariadb/databases.sh:/databases.sh:ro"]
                secrets: [database-root, %s]
                networks: [stores]
                depends_on: {mariadb: {condition: service_healthy}}

              # Tells Kong the routes, and every five minutes who signs tokens: keys change by themselves.
              kong-routes:
                build: {context: ., dockerfile: kong-routes.Dockerfile}
                restart: unless-stopped
                init: true
                command: [bash, -c, "while bash /kong/admin.sh; do touch /tmp/told; sleep 300; done"]
                environment:
                  KONG_ADMIN: http://kong:8001
                  JIUM_CORS_ORIGIN: ${PUBLIC_URL}
            %s    volumes: ["../kong:/kong:ro"]
                networks: [inside, kong]
                healthcheck: {test: [CMD, test, -e, /tmp/told], interval: 2s, start_period: 60s}
                depends_on: {kong: {condition: service_healthy}, auth: {condition: service_healthy}}
            """;

    private static final String END =
            """

            volumes:
              secrets:
              sites:

            secrets:
              redis-url: {file: secrets/redis-url}
              admin-password: {file: secrets/admin-password}
            """;

    private ComposeFiles() {}

    static List<Generated> all() {
        return List.of(new Generated("ops/compose/parts.yaml", parts()));
    }

    private static String parts() {
        var text =
                new StringBuilder(
                        HEAD.formatted(
                                OpsFiles.MADE, addresses(), each("database-%s", ", "), targets()));
        Deployment.parts().forEach(part -> text.append(part(part)));
        text.append(END);
        Deployment.services()
                .forEach(part ->
                        text.append(
                                "  database-%1$s: {file: secrets/database-%1$s}\n"
                                        .formatted(part.name())));
        return text.toString();
    }

    private static String each(String form, String separator) {
        return Deployment.services().stream()
                .map(part -> form.formatted(part.name()))
                .collect(Collectors.joining(separator));
    }

    private static String addresses() {
        var text = new StringBuilder("  JIUM_DATABASE_URL: jdbc:mariadb://mariadb:3306\n");
        Deployment.addresses(part -> "http://%s:8080".formatted(part.name()))
                .forEach((name, address) -> text.append("  %s: %s\n".formatted(name, address)));
        return text.toString();
    }

    /** As {@code ops/kong/admin.sh} wants them: also of services that are still to come. */
    private static String targets() {
        return Stream.of(
                        "analytics",
                        "auth",
                        "builder",
                        "content",
                        "deploy",
                        "notification",
                        "payment")
                .map(name ->
                        "      JIUM_%s_TARGET: %s:8080\n"
                                .formatted(name.toUpperCase(Locale.ROOT), name))
                .collect(Collectors.joining());
    }

    private static String part(Part part) {
        var secrets = new StringBuilder("metrics");
        var volumes = new StringBuilder();
        var text = new StringBuilder("\n  %s:\n    <<: *part\n".formatted(part.name()));
        text.append("    mem_limit: %dm\n    environment:\n".formatted(part.memory()));
        text.append("      <<: *%s\n".formatted(part.hasRedis() ? "inside" : "settings"));
        text.append("      JIUM_RUN: %s\n".formatted(part.name()));
        text.append("      JAVA_OPTIONS: %s\n".formatted(part.javaOptions()));
        if (part.hasRedis()) {
            secrets.append(", redis-url");
            volumes.append("\"secrets:/data/secrets\"");
        }
        if (part.isService()) {
            secrets.append(", database-").append(part.name());
            text.append("      JIUM_DATABASE_USER: jium_%s\n".formatted(part.name()));
            text.append(
                    "      JIUM_DATABASE_PASSWORD_FILE: /run/secrets/database-%s\n"
                            .formatted(part.name()));
        }
        if (part.name().equals("auth")) {
            secrets.append(", admin-password");
            text.append("      JIUM_ADMIN_PASSWORD_FILE: /run/secrets/admin-password\n");
        }
        if (part.files() != Files.NONE) {
            volumes.append(volumes.isEmpty() ? "" : ", ")
                    .append(
                            part.files() == Files.READ
                                    ? "\"sites:/data/sites:ro\""
                                    : "\"sites:/data/sites\"");
        }
        text.append("    secrets: [%s]\n".formatted(secrets));
        text.append("    volumes: [%s]\n".formatted(volumes));
        text.append("    networks: [%s]\n".formatted(networks(part)));
        if (part.isService()) {
            text.append(
                    "    depends_on: {databases: {condition: service_completed_successfully}}\n");
        }
        return text.toString();
    }

    private static String networks(Part part) {
        if (part.isService()) {
            return "inside, stores";
        }
        return part.hasRedis() ? "front, inside, stores" : "front";
    }
}
