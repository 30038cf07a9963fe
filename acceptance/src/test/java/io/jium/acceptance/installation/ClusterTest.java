package io.jium.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {

    @Test
    void theScriptKnowsTheServicesOfTheProgram() throws IOException {
        var script = Files.readString(Product.folder().resolve("ops/cluster/cluster.sh"));
        assertThat(script)
                .contains("SERVICES=\"%s\"\n".formatted(String.join(" ", Product.services())));
    }

    @Test
    void aServiceHasNoRightsOnTheDatabaseOfAnother() {
        var databases = Topology.CLUSTER.installation().databases();
        for (var service : Product.services()) {
            assertThat(databases.query(service, "select 1")).isEqualTo(List.of("1"));
            for (var other : Product.services()) {
                if (!other.equals(service)) {
                    assertThatThrownBy(() -> databases.query(service, "use %s_db".formatted(other)))
                            .hasRootCauseInstanceOf(SQLException.class)
                            .hasStackTraceContaining("Access denied");
                }
            }
        }
    }
}
