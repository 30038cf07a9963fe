package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InEveryTopology
class SubscribingTest {

    private final Installation jium;
    private final Customer customer;

    SubscribingTest(Topology topology) {
        this.jium = topology.installation();
        this.customer = jium.customer();
    }

    @Test
    void plansAreThereForEverybody() {
        var plans = jium.anybody().get("/payment/plans").expect(200).data();
        assertThat(plans)
                .extracting(plan -> plan.at("/plan_type").asString())
                .containsExactly("basic", "premium", "enterprise");
        assertThat(plans.getFirst().at("/price/currency").asString()).isEqualTo("KRW");
        assertThat(plans.getFirst().at("/trial_days").asInt()).isEqualTo(14);
    }

    @Test
    void aSlugIsFreeTakenReservedOrInvalid() {
        var site = customer.site();
        assertThat(slug("surely-free-" + customer.id())).isEqualTo("true null");
        assertThat(slug(site.slug())).isEqualTo("false \"taken\"");
        assertThat(slug("admin")).isEqualTo("false \"reserved\"");
        assertThat(slug("-nope-")).isEqualTo("false \"invalid\"");
    }

    private String slug(String slug) {
        var answer = customer.client().get("/payment/slugs/" + slug).expect(200);
        return answer.at("available") + " " + answer.at("reason");
    }

    @Test
    void subscribingOpensASiteOnTrial() {
        var opened = subscribe("trial-" + customer.id(), "basic").expect(201);
        assertThat(opened.at("service/status").asString()).isEqualTo("active");
        assertThat(opened.at("service/user_id").asLong()).isEqualTo(customer.id());
        assertThat(opened.at("service/url").asString())
                .startsWith("http://trial-" + customer.id() + ".localhost:");
        assertThat(opened.at("subscription/service_id")).isEqualTo(opened.at("service/id"));
        assertThat(opened.at("subscription/trial_ends_at").isNull()).isFalse();
        assertThat(opened.at("payment").isNull()).isTrue();

        var id = opened.at("service/id").asLong();
        assertThat(customer.client().get("/payment/services/" + id).expect(200).json())
                .isEqualTo(opened.at("service"));
        assertThat(customer.client().get("/payment/services").data()).hasSize(1);
        assertThat(customer.client().get("/payment/subscriptions").data()).hasSize(1);
        var pages = customer.client().get("/builder/pages?service_id=" + id).expect(200).data();
        assertThat(pages).extracting(p -> p.at("/slug").asString()).containsExactly("index");
    }

    @Test
    void aTakenSlugIsRefused() {
        var site = customer.site();
        assertThat(subscribe(site.slug(), "basic").expect(422).errors())
                .containsExactly("service.slug:taken");
    }

    @Test
    void theSameOrderTwiceIsOneSite() {
        var order = order("twice-" + customer.id(), "basic");
        var client = customer.client().with("Idempotency-Key", "order-" + customer.id());
        var first = client.post("/payment/subscribe", order).expect(201);
        var second = client.post("/payment/subscribe", order).expect(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(customer.client().get("/payment/services").data()).hasSize(1);

        client.post("/payment/subscribe", order("other-" + customer.id(), "basic"))
                .expectProblem(422, "idempotency_key_reused");
    }

    @Test
    void theKeyOfOneCustomerIsNotAnothers() {
        var key = "shared-key-" + customer.id();
        customer.client()
                .with("Idempotency-Key", key)
                .post("/payment/subscribe", order("mine-" + customer.id(), "basic"))
                .expect(201);
        var other = jium.customer();
        other.client()
                .with("Idempotency-Key", key)
                .post("/payment/subscribe", order("theirs-" + customer.id(), "basic"))
                .expect(201);
    }

    @Test
    void aPlanHasOnlySoManySites() {
        for (var n = 1; n <= 3; n++) {
            subscribe("quota-%d-%d".formatted(customer.id(), n), "basic").expect(201);
        }
        subscribe("quota-%d-4".formatted(customer.id()), "basic")
                .expectProblem(402, "quota_exceeded");
        assertThat(customer.client().get("/payment/services").data()).hasSize(3);
    }

    @Test
    void aTemplateGivesTheSiteItsPages() {
        var templates = jium.anybody().get("/builder/templates").expect(200).data();
        assertThat(templates).isNotEmpty();
        var template = templates.getFirst();
        var order = new HashMap<>(order("templated-" + customer.id(), "basic"));
        order.put("template_id", template.at("/id").asLong());
        var opened = customer.client().post("/payment/subscribe", order).expect(201);
        var pages =
                customer.client()
                        .get("/builder/pages?service_id=" + opened.at("service/id").asLong())
                        .expect(200)
                        .data();
        assertThat(pages).hasSize(template.at("/page_count").asInt());
    }

    @Test
    void anUnknownTemplateIsRefusedAndNothingIsOpened() {
        var slug = "no-template-" + customer.id();
        var order = new HashMap<>(order(slug, "basic"));
        order.put("template_id", 987_654_321);
        assertThat(customer.client().post("/payment/subscribe", order).expect(422).errors())
                .containsExactly("template_id:unknown");
        assertThat(customer.client().get("/payment/services").data()).isEmpty();
        subscribe(slug, "basic").expect(201);
    }

    @Test
    void anUnknownPlanIsRefused() {
        assertThat(subscribe("plan-" + customer.id(), "gold").expect(422).errors())
                .containsExactly("plan_type:unknown");
    }

    private io.jium.acceptance.installation.Answer subscribe(String slug, String plan) {
        return customer.client().post("/payment/subscribe", order(slug, plan));
    }

    private static Map<String, Object> order(String slug, String plan) {
        return Map.of("plan_type", plan, "service", Map.of("name", "A site", "slug", slug));
    }
}
