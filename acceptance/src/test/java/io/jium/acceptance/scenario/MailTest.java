package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InEveryTopology
class MailTest {

    private final Topology topology;
    private final Installation jium;

    MailTest(Topology topology) {
        this.topology = topology;
        this.jium = topology.installation();
    }

    @Test
    void theLinkInTheMailConfirmsTheAddress() {
        var customer = jium.customer();
        var link = link(customer.email(), "/verify?token=");
        jium.anybody().post("/auth/verify-email", Map.of("token", token(link))).expect(204);
        assertThat(customer.client().get("/auth/profile").at("email_verified_at").isNull())
                .isFalse();
        jium.anybody()
                .post("/auth/verify-email", Map.of("token", token(link)))
                .expectProblem(422, "validation_failed");
    }

    @Test
    void aForgottenPasswordIsReplacedByMail() {
        var customer = jium.customer();
        jium.anybody().post("/auth/password-reset", Map.of("email", customer.email())).expect(202);
        var link = link(customer.email(), "/reset?token=");
        var reset = Map.of("token", token(link), "password", "found it again 42");
        jium.anybody().post("/auth/password-reset/confirm", reset).expect(204);

        customer.client().get("/auth/profile").expectProblem(401, "unauthenticated");
        jium.anybody()
                .post(
                        "/auth/login",
                        Map.of("email", customer.email(), "password", "found it again 42"))
                .expect(200);
        jium.anybody().post("/auth/password-reset/confirm", reset).expect(422);
    }

    @Test
    void nobodyLearnsWhetherAnAddressHasAnAccount() {
        var known = Map.of("email", jium.customer().email());
        var unknown = Map.of("email", "stranger@example.com");
        var answer = jium.anybody().post("/auth/password-reset", known).expect(202);
        assertThat(jium.anybody().post("/auth/password-reset", unknown).expect(202).text())
                .isEqualTo(answer.text());
    }

    @Test
    void theMailboxAnswersThisMachineOnly() {
        // HAProxy takes away what a caller says of himself.
        if (topology != Topology.CLUSTER) {
            jium.anybody()
                    .with("X-Forwarded-For", "203.0.113.9")
                    .get("/notification/mailbox")
                    .expectProblem(404, "not_found");
        }
        jium.anybody()
                .with("Host", "mailbox.example.com")
                .get("/notification/mailbox")
                .expectProblem(404, "not_found");
    }

    private String link(String address, String part) {
        return Eventually.get(
                "mail to " + address,
                () ->
                        jium.anybody().get("/notification/mailbox?limit=100").data().stream()
                                .filter(mail -> mail.at("/to").asString().equals(address))
                                .map(mail -> mail.at("/link"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString)
                                .filter(link -> link.contains(part))
                                .findFirst());
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }
}
