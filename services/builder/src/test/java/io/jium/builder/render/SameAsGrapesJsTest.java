package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.project.Projects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pairs were printed by GrapesJS 0.23.6 itself: see make-fixtures.mjs beside them. */
class SameAsGrapesJsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Stream<Arguments> pairs() {
        var pairs = Projects.resource(SameAsGrapesJsTest.class, "printed-by-grapesjs.json");
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair -> Arguments.of(pair.path("name").stringValue(), pair));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void printsWhatTheEditorPrints(String name, JsonNode pair) {
        var page =
                PageRenderer.render(Projects.accepted(ProjectParser.parse(pair.path("project"))));

        // The sandbox is ours: the editor prints frames without one.
        var body = page.body().replaceAll(" sandbox=\"[^\"]*\"", "");
        assertThat("<body" + page.bodyAttributes() + ">" + body + "</body>")
                .isEqualTo(pair.path("html").stringValue());
        assertThat(page.css()).isEqualTo(pair.path("css").stringValue());
        Harmless.check(page);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void storesWhatTheEditorGave(String name, JsonNode pair) {
        var outcome = ProjectParser.parse(pair.path("project"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ParsedProject.Accepted.class,
                        accepted -> {
                            assertThat(accepted.dropped()).isEmpty();
                            var stored = accepted.project().toJson();
                            assertThat(normal(stored)).isEqualTo(normal(pair.path("project")));
                            assertThat(Projects.accepted(ProjectParser.parse(stored)).toJson())
                                    .isEqualTo(stored);
                        });
    }

    /**
     * Text that stands on a component is stored as a text node in it, and a number in a rule as
     * text.
     */
    private static JsonNode normal(JsonNode node) {
        var copy = node.deepCopy();
        for (var parent : copy.findParents("content")) {
            if (parent instanceof ObjectNode component
                    && !component.path("type").asString("").equals("textnode")) {
                var text =
                        JSON.objectNode()
                                .put("type", "textnode")
                                .set("content", component.remove("content"));
                component.set("components", JSON.arrayNode().add(text));
            }
        }
        for (var parent : copy.findParents("width")) {
            if (parent instanceof ObjectNode style && style.path("width").isNumber()) {
                style.put("width", style.path("width").asString());
            }
        }
        return copy;
    }
}
