package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} between the order to publish later and its time. */
class PlannedTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasPlannedIsPublishedOnceByWhoeverIsThereThen(Database database) throws IOException {
        var data = Files.createTempDirectory("jium-planned");
        Map<String, String> settings =
                database == Database.MARIADB ? Databases.mariaDb() : Map.of();
        var port = ChildProcess.freePort();
        var child = ChildProcess.start(data, port, settings);
        try {
            var base = child.base();
            var anybody = new Client(path -> base, Map.of());
            var site = Installation.signUp(anybody, "planned@example.com").site("planned");
            var owner = site.owner().client();
            owner.put(
                            "/deploy/site/%d/schedule".formatted(site.id()),
                            Map.of("publish_at", Instant.now().plusSeconds(2).toString()))
                    .expect(200);
            child.kill();

            child = ChildProcess.start(data, port, settings);
            var visitor = anybody.with("Host", "planned.localhost:" + port);
            Eventually.holds("the published site", () -> visitor.get("/").status() == 200);
            var status = owner.get("/deploy/status/" + site.id()).expect(200);
            assertThat(status.at("planned").isNull()).isTrue();
            assertThat(owner.get("/deploy/site/%d/releases".formatted(site.id())).data())
                    .hasSize(1);
        } finally {
            child.close();
            Installation.delete(data);
        }
    }
}
