package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.project.Dropped;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.project.Projects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostileProjectTest {

    /** Vectors that the editor escapes by itself, and one without anything in it. */
    private static final Set<String> NOTHING_TO_DROP =
            Set.of("textnode", "text comp textnode", "attr break", "head/docEl");

    static Stream<Arguments> vectors() {
        var vectors = Projects.resource(ProjectParser.class, "hostile.json").path("vectors");
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector ->
                        Arguments.of(vector.path("name").stringValue(), vector.path("project")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void neutralisesEachKnownVector(String name, JsonNode project) {
        assertThat(ProjectParser.parse(project))
                .isInstanceOfSatisfying(
                        ParsedProject.Accepted.class,
                        accepted -> {
                            Harmless.check(PageRenderer.render(accepted.project()));
                            assertThat(accepted.dropped().isEmpty())
                                    .isEqualTo(NOTHING_TO_DROP.contains(name));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java\\tscript:alert(1)",
                " javascript:alert(1)",
                "\\u0001javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "vbscript:x",
                "data:text/html,<script>alert(1)</script>",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "blob:x",
                "file:///etc/passwd",
                "data:,x"
            })
    void takesNoLinkThatRuns(String address) {
        var page =
                rendered(
                        "[{'type':'link','attributes':{'href':'%s','xlink:href':'%s'}}]"
                                .formatted(address, address));

        Harmless.check(page);
        assertThat(page.body()).isEqualTo("<a></a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red;}</style><script>",
                "expression(alert(1))",
                "e\\\\78pression(alert(1))",
                "url(javascript:alert(1))",
                "url('java\\nscript:x')",
                "url(\\\"//x\\\" x",
                "red}body{color:blue",
                "red;background:url(//x)",
                "'unfinished",
                "url(data:text/html,x)",
                "image-set('javascript:x' 1x)",
                "<!--",
                "-->",
                "\\\\"
            })
    void takesNoCssThatBreaksOut(String value) {
        var page =
                rendered(
                        "[{'classes':['a']}]",
                        "[{'selectors':['a'],'style':{'background':\""
                                + value.replace('\'', '`')
                                + "\"}}]");

        Harmless.check(page);
        assertThat(page.css()).isEmpty();
    }

    @Test
    void writesMarkupInCssStringsAsEscapes() {
        var page =
                rendered(
                        "[{'classes':['a']}]",
                        "[{'selectors':['a'],'style':{'content':'`</style><b>`'}}]");

        Harmless.check(page);
        assertThat(page.css()).isEqualTo(".a{content:\"\\3c /style>\\3c b>\";}");
    }

    @Test
    void turnsRangeConditionsAround() {
        var page =
                rendered(
                        "[{'classes':['a']}]",
                        "[{'selectors':['a'],'style':{'top':'0'},'mediaText':'(400px <= width < 700px)','atRuleType':'media'}]");

        assertThat(page.css()).isEqualTo("@media (700px > width >= 400px){.a{top:0;}}");
    }

    @Test
    void dropsAnimationsOfLinks() {
        var page =
                rendered(
                        """
                        [{'type':'svg','components':[{'tagName':'a','components':[
                          {'tagName':'set','attributes':{'attributeName':'xlink:href','to':'javascript:alert(1)'}}]}]}]\
                        """);

        Harmless.check(page);
        assertThat(page.body()).doesNotContain("attributeName");
    }

    @Test
    void framesOnlyWhomWeKnow() {
        var page =
                rendered(
                        """
                        [{'type':'iframe','attributes':{'src':'https://evil.example/'}},
                         {'type':'iframe','attributes':{'src':'https://www.youtube.com@evil.example/'}},
                         {'type':'iframe','attributes':{'src':'https://www.youtube.com:8443/embed/a'}},
                         {'type':'iframe','attributes':{'src':'http://www.youtube.com/embed/a'}},
                         {'type':'map','src':'https://www.google.com/search'},
                         {'type':'iframe','attributes':{'src':'//www.youtube.com/embed/a'}}]\
                        """);

        Harmless.check(page);
        assertThat(Harmless.parsed(page).select("iframe[src]"))
                .extracting(frame -> frame.attr("src"))
                .allMatch(source ->
                        source.startsWith("https://www.youtube.com/embed/a")
                                || source.startsWith("https://maps.google.com/"));
    }

    @Test
    void readsMarkupOfOlderEditorsAndCleansIt() {
        var outcome =
                Projects.parse(
                        Projects.withComponents(
                                "[{'content':'<b onclick=x>hi</b> <a href=`javascript:x`>there</a><script>x</script>'}]"
                                        .replace("`", "\\\"")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ParsedProject.Accepted.class,
                        accepted -> {
                            assertThat(PageRenderer.render(accepted.project()).body())
                                    .isEqualTo("<div><b>hi</b> <a>there</a></div>");
                            assertThat(accepted.dropped())
                                    .extracting(Dropped::reason)
                                    .containsExactly(
                                            Dropped.Reason.EVENT_HANDLER,
                                            Dropped.Reason.UNSAFE_URL,
                                            Dropped.Reason.SCRIPT);
                            assertThat(accepted.dropped().getFirst().path())
                                    .isEqualTo(
                                            "/pages/0/frames/0/component/components/0/content/0/attributes/onclick");
                        });
    }

    private static RenderedPage rendered(String components) {
        return rendered(components, "[]");
    }

    private static RenderedPage rendered(String components, String styles) {
        // The apostrophe stands for a quote of JSON, the backtick for one inside a string.
        return PageRenderer.render(
                Projects.accepted(Projects.with(components, styles).replace("`", "\\\"")));
    }
}
