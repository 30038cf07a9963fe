package io.jium.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service of a step is away, and comes back. */
class AwayTest {

    @Test
    void whatCannotBeDoneNowIsDoneWhenTheServiceIsBack() {
        var port = ChildProcess.freePort();
        try (var jium = Installation.withDeployApart(port)) {
            var customer = jium.customer();
            var waiting = order(customer);
            var deploy = jium.startDeploy(port);
            Eventually.holds(
                    "the open site",
                    () ->
                            customer.client()
                                    .get("/payment/services/" + waiting)
                                    .at("status")
                                    .asString()
                                    .equals("active"));
            assertThat(customer.client().get("/payment/subscriptions").data()).hasSize(1);
            var leaver = jium.customer();
            var last = leaver.site();
            deploy.close();

            customer.client().delete("/payment/services/" + waiting).expect(204);
            customer.client().get("/payment/services/" + waiting).expect(404);
            leaver.client()
                    .json("DELETE", "/auth/profile", Map.of("password", leaver.password()))
                    .expect(204);
            leaver.client().get("/auth/profile").expect(401);
            assertThat(users(jium, leaver)).hasSize(1);

            try (var again = jium.startDeploy(port)) {
                Eventually.holds("that nobody is left", () -> users(jium, leaver).isEmpty());
                Eventually.holds(
                        "that nothing is left",
                        () -> jium.databases().query("builder", "select id from pages").isEmpty());
                assertThat(again.base()).isNotEmpty();
            }
            assertThat(last.id()).isPositive();
        }
    }

    /** A site that is booked, but cannot be opened yet. */
    private static long order(Customer customer) {
        var site = Map.of("name", "Site", "slug", "waiting");
        var opened =
                customer.client()
                        .post("/payment/subscribe", Map.of("plan_type", "basic", "service", site))
                        .expect(201);
        assertThat(opened.at("service/status").asString()).isEqualTo("provisioning");
        assertThat(opened.at("subscription").isNull()).isTrue();
        customer.client()
                .delete("/payment/services/" + opened.at("service/id").asLong())
                .expectProblem(409, "service_provisioning");
        return opened.at("service/id").asLong();
    }

    private static List<String> users(Installation jium, Customer customer) {
        return jium.databases().query("auth", "select id from users where id = " + customer.id());
    }
}
