package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one service tells reaches another, wherever both are. */
@InEveryTopology
class EventsTest {

    private final Installation jium;

    EventsTest(Topology topology) {
        this.jium = topology.installation();
    }

    @Test
    void thePaymentServiceKnowsWhoTheCustomersAre() {
        var customer = jium.customer();
        Eventually.holds(
                "the customer's address",
                () -> known("email", customer.id()).equals(List.of(customer.email())));
        customer.client().put("/auth/profile", Map.of("name", "새 이름")).expect(200);
        Eventually.holds(
                "the new name", () -> known("name", customer.id()).equals(List.of("새 이름")));
        assertThat(known("email", customer.id())).containsExactly(customer.email());
    }

    private List<String> known(String column, long userId) {
        return jium.databases()
                .query(
                        "payment",
                        "select %s from customers where user_id = %d".formatted(column, userId));
    }
}
