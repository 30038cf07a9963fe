package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jium.Jium;
import io.jium.platform.host.Host;
import io.jium.platform.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** What a process is told, tried with the program's own reader. */
final class Environments {

    private Environments() {}

    /** The address of a service that it calls may not be missing, nor the part it is to be. */
    static void check(String part, Map<String, String> environment) {
        var records = Host.settingsRecords(Jium.SERVICES, Jium.FRONTS);
        assertThatCode(() -> new Settings(environment, records).read())
                .as(part)
                .doesNotThrowAnyException();
        assertThat(environment).as(part).containsEntry("JIUM_RUN", part);
        var described =
                Deployment.parts().stream().filter(one -> one.name().equals(part)).findFirst();
        var calls = described.orElseThrow().calls();
        Deployment.services().stream()
                .filter(service -> calls.contains(service.name()))
                .forEach(service ->
                        assertThat(environment).as(part).containsKey(service.addressSetting()));
        assertThat(Objects.requireNonNull(environment.get("JAVA_OPTIONS"))).contains("-Xmx");
    }

    /** A folder that {@code ops/secrets.sh} fills, or leaves as it is. */
    static Path secrets(Path folder) {
        var made =
                new Tool("bash", Map.of())
                        .run(
                                OpsFiles.folder().resolve("secrets.sh"),
                                folder,
                                "redis-cluster://172.30.3.11:6379,172.30.3.12:6379");
        assertThat(made.code()).as(made.text()).isZero();
        return folder;
    }
}
