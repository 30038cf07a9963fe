package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator opens a site for somebody new: a user and a site, or neither. */
@InEveryTopology
class OpeningForOthersTest {

    private final Installation jium;
    private final String name;

    OpeningForOthersTest(Topology topology) {
        this.jium = topology.installation();
        this.name = "for-" + jium.customer().id();
    }

    @Test
    void theNewUserChoosesAPasswordAndHasHisSite() {
        var opened = open(order(name, email())).expect(201);
        assertThat(opened.at("service/status").asString()).isEqualTo("active");
        assertThat(opened.at("subscription/trial_ends_at").isNull()).isFalse();

        var link =
                Eventually.get(
                        "mail",
                        () ->
                                jium
                                        .anybody()
                                        .get("/notification/mailbox?limit=100")
                                        .data()
                                        .stream()
                                        .filter(mail -> mail.at("/to").asString().equals(email()))
                                        .map(mail -> mail.at("/link").asString(""))
                                        .filter(text -> text.contains("/reset?token="))
                                        .findFirst());
        var token = link.substring(link.indexOf("token=") + "token=".length());
        var password = "their own words 17";
        jium.anybody()
                .post("/auth/password-reset/confirm", Map.of("token", token, "password", password))
                .expect(204);
        var tokens =
                jium.anybody()
                        .post("/auth/login", Map.of("email", email(), "password", password))
                        .expect(200);
        assertThat(tokens.at("user/id")).isEqualTo(opened.at("service/user_id"));
        var client = jium.anybody().as(tokens.at("access_token").asString());
        assertThat(client.get("/payment/services").expect(200).data()).hasSize(1);
        var service = opened.at("service/id").asLong();
        assertThat(client.get("/builder/pages?service_id=" + service).data()).hasSize(1);
    }

    @Test
    void anAddressThatSomebodyHasIsRefused() {
        var known = jium.customer();
        assertThat(open(order(name, known.email())).expect(422).errors())
                .containsExactly("email:taken");
        assertThat(known.client().get("/payment/services").data()).isEmpty();
        jium.anybody().post("/auth/login", login(known.email(), known.password())).expect(200);
    }

    @Test
    void whenTheSiteCannotBeOpenedThereIsNoUserEither() {
        var order = new HashMap<>(order(name, email()));
        order.put("template_id", 987_654_321);
        assertThat(open(order).expect(422).errors()).containsExactly("template_id:unknown");
        assertThat(jium.administrator().client().get("/auth/users?q=" + name).data()).isEmpty();
        Eventually.holds(
                "that payment does not know him",
                () ->
                        jium.databases()
                                .query(
                                        "payment",
                                        "select user_id from customers where email = '%s'"
                                                .formatted(email()))
                                .isEmpty());
        open(order(name, email())).expect(201);
    }

    private Answer open(Map<String, Object> order) {
        return jium.administrator().client().post("/payment/admin/services", order);
    }

    private String email() {
        return name + "@example.com";
    }

    private static Map<String, String> login(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    private static Map<String, Object> order(String name, String email) {
        return Map.of(
                "user", Map.of("name", "Somebody new", "email", email),
                "plan_type", "basic",
                "service", Map.of("name", "A site", "slug", name));
    }
}
