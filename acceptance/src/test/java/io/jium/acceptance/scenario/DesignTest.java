package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Site;
import io.jium.acceptance.installation.Topology;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@InEveryTopology
class DesignTest {

    private final Installation jium;
    private final Site site;
    private final Client owner;

    DesignTest(Topology topology) {
        this.jium = topology.installation();
        this.site = jium.customer().site();
        this.owner = site.owner().client();
    }

    @Test
    void aColourChangesOnEveryPage() {
        site.addPage("second").expect(201);
        change("--jm-ink", "#0a3d62");
        change("--jm-main", "rgb(10 61 98 / 80%)");
        assertThat(value("--jm-ink").at("/value").asString()).isEqualTo("#0a3d62");
        assertThat(value("--jm-ink").at("/original").asString()).isEqualTo("#211c17");

        assertThat(owner.get("/builder/pages/%d/preview".formatted(site.homePage())).text())
                .contains(":root{--jm-ink:#0a3d62;--jm-main:rgb(10 61 98 / 80%)}");
        assertThat(site.publish().at("last/status").asString()).isEqualTo("live");
        var visitor = jium.visitor(site.slug());
        for (var path : new String[] {"/", "/second"}) {
            var page = visitor.get(path).expect(200).text();
            assertThat(page.indexOf(":root{--jm-ink:#0a3d62;"))
                    .as("after the ground")
                    .isGreaterThan(page.indexOf(":root{--jm-ink:#211c17;"));
        }
    }

    @Test
    void itIsTakenBack() {
        change("--jm-ink", "#0a3d62");
        change("--jm-ink", null);
        assertThat(value("--jm-ink").at("/value").asString()).isEqualTo("#211c17");
        assertThat(owner.get("/builder/pages/%d/preview".formatted(site.homePage())).text())
                .doesNotContain("#0a3d62");
    }

    @Test
    void whatIsNoColourOrTypefaceIsRefusedWithAllThatCameWithIt() {
        var refused =
                owner.patch(
                                path(),
                                Map.of(
                                        "values",
                                        Map.of(
                                                "--jm-paper", "#fefefe",
                                                "--jm-ink", "red}body{display:none",
                                                "--jm-text-font", "#ffffff",
                                                "--mine", "#ffffff")))
                        .expect(422);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "values.--jm-ink:invalid",
                        "values.--jm-text-font:invalid",
                        "values.--mine:unknown");
        assertThat(value("--jm-paper").at("/value").asString()).isEqualTo("#ffffff");
    }

    @Test
    void aTemplateBringsItsOwnPalette() {
        var template =
                jium.anybody().get("/builder/templates").expect(200).data().stream()
                        .filter(one -> one.at("/page_count").asInt() > 1)
                        .findFirst()
                        .orElseThrow();
        var order =
                Map.of(
                        "plan_type",
                        "enterprise",
                        "service",
                        Map.of("name", "Palette", "slug", "palette-" + site.id()),
                        "template_id",
                        template.at("/id").asLong());
        var opened = owner.post("/payment/subscribe", order).expect(201).at("service/id").asLong();
        var values = owner.get("/builder/design/" + opened).expect(200).at("values");
        assertThat(values.valueStream().map(value -> value.at("/name").asString()))
                .isNotEmpty()
                .noneMatch(name -> name.equals("--jm-text-font"));
    }

    private void change(String name, @Nullable String value) {
        var values = new HashMap<String, @Nullable String>();
        values.put(name, value);
        owner.patch(path(), Map.of("values", values)).expect(200);
    }

    private JsonNode value(String name) {
        return owner.get(path())
                .expect(200)
                .at("values")
                .valueStream()
                .filter(value -> value.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String path() {
        return "/builder/design/" + site.id();
    }
}
