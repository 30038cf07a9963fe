package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import io.jium.platform.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sites and accounts end, in all services. */
@InEveryTopology
class DeletingTest {

    private final Topology topology;
    private final Installation jium;
    private final Customer customer;

    DeletingTest(Topology topology) {
        this.topology = topology;
        this.jium = topology.installation();
        this.customer = jium.customer();
    }

    @Test
    void aDeletedSiteIsGoneEverywhereAndItsAddressIsFree() {
        var site = published("gone-" + customer.id());
        customer.client().delete("/payment/services/" + site.id()).expect(204);

        customer.client().get("/payment/services/" + site.id()).expectProblem(404, "not_found");
        assertThat(customer.client().get("/payment/services").data()).isEmpty();
        customer.client().get("/builder/pages?service_id=" + site.id()).expect(404);
        customer.client().get("/builder/settings/" + site.id()).expect(404);
        customer.client().get("/builder/assets?service_id=" + site.id()).expect(404);
        customer.client().get("/deploy/status/" + site.id()).expect(404);
        customer.client().post("/deploy/site/" + site.id()).expect(404);
        site.addPage("more").expect(404);
        checkNothingIsLeft(site);
        Eventually.holds(
                "that visitors see it no more",
                () -> jium.visitor(site.slug()).get("/").status() == 404);
        assertThat(
                        customer.client().get("/payment/subscriptions").data().stream()
                                .map(it -> it.at("/status").asString()))
                .containsExactly("cancelled");

        var other = jium.customer();
        var successor = other.site(site.slug());
        successor.publish();
        Eventually.holds("the new site", () -> jium.visitor(site.slug()).get("/").status() == 200);
        customer.client().delete("/payment/services/" + site.id()).expect(404);
        assertThat(jium.visitor(site.slug()).get("/").status()).isEqualTo(200);
    }

    @Test
    void nobodyDeletesAnothersSite() {
        var site = jium.customer().site();
        customer.client().delete("/payment/services/" + site.id()).expect(404);
        site.owner().client().get("/payment/services/" + site.id()).expect(200);
    }

    @Test
    void anAccountEndsWithAllThatIsKnownOfThePerson() {
        var one = published("one-" + customer.id());
        var two = published("two-" + customer.id());
        var customers = "select count(*) from customers where user_id = " + customer.id();
        Eventually.holds("the customer", () -> query("payment", customers).equals(List.of("1")));

        assertThat(leave("not the password").expect(422).errors())
                .containsExactly("password:wrong");
        leave(customer.password()).expect(204);

        customer.client().get("/auth/profile").expectProblem(401, "unauthenticated");
        customer.client().get("/payment/services").expectProblem(401, "unauthenticated");
        logIn().expectProblem(401, "invalid_credentials");
        checkNothingIsLeft(one);
        checkNothingIsLeft(two);
        assertThat(jium.administrator().client().get("/auth/users?q=" + customer.email()).data())
                .isEmpty();
        Eventually.holds("hearing of it", () -> query("payment", customers).equals(List.of("0")));
        var known = "select name, email from known_users where user_id = " + customer.id();
        Eventually.holds(
                "hearing of it, too", () -> query("content", known).equals(List.of("null|null")));
        checkNothingIsToldAnyMore();

        var again = jium.customer("Back again", customer.email());
        assertThat(again.id()).isNotEqualTo(customer.id());
        assertThat(again.client().get("/payment/services").data()).isEmpty();
    }

    @Test
    void theOnlyAdministratorStays() {
        var admin = jium.administrator();
        admin.client()
                .json("DELETE", "/auth/profile", Map.of("password", admin.password()))
                .expectProblem(409, "last_administrator");
        admin.client().get("/auth/profile").expect(200);
    }

    private Site published(String slug) {
        var site = customer.site(slug);
        site.upload("own.gif", io.jium.acceptance.endpoint.Calls.PICTURE).expect(201);
        customer.client()
                .put("/builder/settings/" + site.id(), Map.of("seo_title", "Title"))
                .expect(200);
        customer.client()
                .post(
                        "/content/boards",
                        Map.of("service_id", site.id(), "name", "News", "slug", "news"))
                .expect(201);
        site.publish();
        Eventually.holds("the published site", () -> jium.visitor(slug).get("/").status() == 200);
        return site;
    }

    private Answer leave(String password) {
        return customer.client().json("DELETE", "/auth/profile", Map.of("password", password));
    }

    private Answer logIn() {
        return jium.anybody()
                .post(
                        "/auth/login",
                        Map.of("email", customer.email(), "password", customer.password()));
    }

    private void checkNothingIsLeft(Site site) {
        for (var table : List.of("pages", "site_settings", "assets")) {
            assertThat(rows("builder", table, site)).as(table).containsExactly("0");
        }
        for (var table : List.of("releases", "deployments")) {
            assertThat(rows("deploy", table, site)).as(table).containsExactly("0");
        }
        var manifests =
                jium.data().resolve("sites").resolve("releases").resolve(Long.toString(site.id()));
        assertThat(manifests).doesNotExist();
        // The content service hears of it.
        Eventually.holds(
                "the end of the boards",
                () -> rows("content", "boards", site).equals(List.of("0")));
    }

    /** Nor kept in a saga that has ended. */
    private void checkNothingIsToldAnyMore() {
        // The database of a process apart cannot be looked into.
        var services =
                topology == Topology.AUTH_APART
                        ? List.of("payment", "builder", "content", "deploy")
                        : List.of("auth", "payment", "builder", "content", "deploy");
        for (var service : services) {
            assertThat(query(service, "select payload from outbox_events"))
                    .as(service)
                    .noneMatch(payload -> payload.contains(customer.email()));
            assertThat(query(service, "select state from sagas where status in ('done', 'undone')"))
                    .as(service)
                    .allMatch("null"::equals);
        }
        if (services.contains("auth")) {
            var told = "select type from outbox_events where about = 'user %d' order by id";
            assertThat(query("auth", told.formatted(customer.id())))
                    .containsExactlyInAnyOrder("forgotten", "auth.UserDeleted");
        }
    }

    private List<String> rows(String service, String table, Site site) {
        return query(
                service,
                "select count(*) from %s where service_id = %d".formatted(table, site.id()));
    }

    private List<String> query(String service, String sql) {
        return jium.databases().query(service, sql);
    }
}
