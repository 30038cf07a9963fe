package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.project.Projects;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Throws random trees at the parser; a failure prints the seed to repeat it with. */
class ProjectFuzzTest {

    private static final int ROUNDS = 4_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS =
            List.of(
                    "type",
                    "tagName",
                    "attributes",
                    "classes",
                    "components",
                    "content",
                    "style",
                    "script",
                    "name",
                    "src",
                    "provider",
                    "void",
                    "selectors",
                    "selectorsAdd",
                    "state",
                    "mediaText",
                    "atRuleType",
                    "singleAtRule",
                    "important",
                    "href",
                    "srcdoc",
                    "onload",
                    "id",
                    "class",
                    "x><b",
                    "color",
                    "background",
                    "--x",
                    "@media x",
                    "srcset",
                    "__symbol");
    private static final List<String> TEXTS =
            List.of(
                    "script",
                    "svg",
                    "textnode",
                    "text",
                    "image",
                    "iframe",
                    "video",
                    "map",
                    "wrapper",
                    "comment",
                    "div",
                    "style",
                    "math",
                    "textarea",
                    "table",
                    "yt",
                    "javascript:alert(1)",
                    "data:text/html,<script>x</script>",
                    "/a.png",
                    "https://www.youtube.com/embed/x",
                    "</style><script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<svg><style><img src=x onerror=1></style></svg>",
                    "<math><mi><style><a title='</style><img src onerror=x>'>",
                    "\"><script>",
                    "red}</style>",
                    "a:hover",
                    "(max-width:100px)",
                    "media",
                    "font-face",
                    "url(x)",
                    "url(",
                    "'",
                    "\\",
                    "/*",
                    "--",
                    "",
                    " ",
                    "\u0000",
                    "\ud800",
                    "<!--",
                    "]]>",
                    "한글",
                    "<table><tr><td><p>",
                    "&lt;b&gt;");

    @Test
    void answersSomethingHarmlessToAnything() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Long.getLong("fuzz.seed", System.nanoTime() + round);
            try {
                check(new Random(seed));
            } catch (Throwable failed) {
                throw new AssertionError("repeat with -Dfuzz.seed=" + seed, failed);
            }
        }
    }

    private static void check(Random random) {
        var project = JSON.objectNode();
        project.set("styles", value(random, 3));
        var component = object(random, 5);
        component.set("components", value(random, 5));
        var frame = JSON.objectNode().set("component", component);
        project.set(
                "pages",
                JSON.arrayNode().add(JSON.objectNode().set("frames", JSON.arrayNode().add(frame))));
        if (random.nextInt(4) == 0) {
            project.set(KEYS.get(random.nextInt(KEYS.size())), value(random, 3));
            project.set("symbols", value(random, 3));
        }
        switch (ProjectParser.parse(random.nextInt(10) == 0 ? value(random, 6) : project)) {
            case ParsedProject.Accepted(var read, var _) -> {
                var page = PageRenderer.render(read);
                Harmless.check(page);
                var again = Projects.accepted(ProjectParser.parse(read.toJson()));
                assertThat(again.toJson()).isEqualTo(read.toJson());
                assertThat(PageRenderer.render(again)).isEqualTo(page);
            }
            case ParsedProject.Refused(var problems) -> assertThat(problems).isNotEmpty();
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> JSON.numberNode(random.nextInt(5) - 2);
            case 1 ->
                    random.nextBoolean() ? JSON.booleanNode(random.nextBoolean()) : JSON.nullNode();
            case 2, 3, 4 -> JSON.stringNode(text(random));
            case 5, 6 -> object(random, depth - 1);
            default -> {
                var list = JSON.arrayNode();
                for (int count = random.nextInt(4); count > 0; count--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static ObjectNode object(Random random, int depth) {
        var object = JSON.objectNode();
        for (int count = random.nextInt(6); count > 0; count--) {
            object.set(KEYS.get(random.nextInt(KEYS.size())), value(random, depth));
        }
        return object;
    }

    private static String text(Random random) {
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? text + TEXTS.get(random.nextInt(TEXTS.size())) : text;
    }
}
