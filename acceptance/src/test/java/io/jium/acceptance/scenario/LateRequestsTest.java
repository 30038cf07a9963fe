package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.ServiceCredentials;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was taken back does not come back, when the request for it was only late. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Topology.class,
        names = {"H2", "MARIADB"})
class LateRequestsTest {

    private static final long NUMBER = 876_543_210;

    private final Installation jium;
    private final Client service;

    LateRequestsTest(Topology topology) {
        this.jium = topology.installation();
        this.service =
                jium.anybody()
                        .with(
                                "Jium-Service-Credential",
                                new ServiceCredentials(new Secrets(jium.data()), null, jium.clock())
                                        .issue("test", "builder"));
    }

    @Test
    void aRemovedSiteIsNotLaidOutAgain() {
        var layout = Map.of("owner_id", 1, "name", "Late", "locale", "en");
        service.put("/api/sites/" + NUMBER, layout).expect(200);
        for (var time = 1; time <= 2; time++) {
            service.delete("/api/sites/" + NUMBER).expect(200);
            service.put("/api/sites/" + NUMBER, layout).expectProblem(410, "site_removed");
        }
        service.delete("/api/sites/" + (NUMBER + 1)).expect(200);
        service.put("/api/sites/" + (NUMBER + 1), layout).expectProblem(410, "site_removed");
        assertThat(
                        jium.databases()
                                .query(
                                        "builder",
                                        "select id from pages where service_id >= " + NUMBER))
                .isEmpty();
    }

    @Test
    void aSiteThatWasTakenDownGetsNoRoomAgain() {
        var room = Map.of("owner_id", 1, "slug", "late", "state", "ACTIVE");
        service.put("/api/hosting/" + NUMBER, room).expect(200);
        for (var time = 1; time <= 2; time++) {
            service.delete("/api/hosting/" + NUMBER).expect(200);
            service.put("/api/hosting/" + NUMBER, room).expectProblem(410, "site_removed");
        }
        service.put("/api/hosting/" + (NUMBER + 1), room).expect(200);
        service.delete("/api/hosting/" + (NUMBER + 1)).expect(200);
        service.delete("/api/hosting/" + (NUMBER + 2)).expect(200);
        service.put("/api/hosting/" + (NUMBER + 2), room).expectProblem(410, "site_removed");
    }

    @Test
    void aCancelledOrderMakesNoUser() {
        var email = "late-%d@example.com".formatted(jium.customer().id());
        var user = Map.of("order", email, "name", "Late", "email", email, "locale", "en");
        assertThat(
                        service.delete("/api/users/orders/" + email)
                                .expect(200)
                                .at("is_over")
                                .asBoolean())
                .isTrue();
        service.post("/api/users", user).expectProblem(410, "order_cancelled");
        jium.customer("In time", email);
    }
}
