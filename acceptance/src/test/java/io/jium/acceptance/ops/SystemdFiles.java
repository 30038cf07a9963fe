package io.jium.acceptance.ops;

import io.jium.acceptance.reference.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every part as an instance of {@code jium@.service} on one machine. */
final class SystemdFiles {

    private SystemdFiles() {}

    static List<Generated> all() {
        var files = new ArrayList<Generated>();
        Deployment.parts()
                .forEach(part ->
                        files.add(
                                new Generated(
                                        "ops/systemd/env/%s.env".formatted(part.name()),
                                        part(part))));
        files.add(new Generated("ops/systemd/env/addresses.env", addresses()));
        files.add(new Generated("ops/systemd/jium.target", target()));
        return files;
    }

    private static String part(Part part) {
        var text = new StringBuilder("# %s\n".formatted(OpsFiles.MADE));
        text.append("JIUM_RUN=%s\n".formatted(part.name()));
        text.append("JIUM_PORT=%d\n".formatted(part.size().port()));
        text.append("JAVA_OPTIONS=%s\n".formatted(part.javaOptions()));
        if (part.hasRedis()) {
            text.append("JIUM_REDIS_URL_FILE=/etc/jium/secrets/redis-url\n");
        }
        if (part.isService()) {
            text.append("JIUM_DATABASE_URL=jdbc:mariadb://127.0.0.1:3306\n");
            text.append("JIUM_DATABASE_USER=jium_%s\n".formatted(part.name()));
            text.append(
                    "JIUM_DATABASE_PASSWORD_FILE=/etc/jium/secrets/database-%s\n"
                            .formatted(part.name()));
        }
        if (part.name().equals("auth")) {
            text.append("JIUM_ADMIN_PASSWORD_FILE=/etc/jium/secrets/admin-password\n");
        }
        return text.toString();
    }

    private static String addresses() {
        var text =
                new StringBuilder(
                        "# Where the services are: here, each at its own port.\n# %s\n"
                                .formatted(OpsFiles.MADE));
        Deployment.addresses(part -> "http://127.0.0.1:%d".formatted(part.size().port()))
                .forEach((name, address) -> text.append("%s=%s\n".formatted(name, address)));
        return text.toString();
    }

    private static String target() {
        var units =
                Deployment.parts().stream()
                        .map(part -> "jium@%s.service".formatted(part.name()))
                        .collect(Collectors.joining(" "));
        return """
        # %s
        [Unit]
        Description=Jium, all parts
        Wants=%s

        [Install]
        WantedBy=multi-user.target
        """
                .formatted(OpsFiles.MADE, units);
    }
}
