package io.jium.builder.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{",
                "{\"pages\":1}",
                "{\"pages\":[1]}",
                "{\"pages\":[{\"frames\":\"x\"}]}",
                "{\"pages\":[{\"frames\":[{\"component\":\"<p>\"}]}]}",
                "{\"styles\":1}"
            })
    void refusesWhatIsNoProject(String json) {
        assertThat(codes(Projects.parse(json))).containsExactly("malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"pages\":[{},{}]}', one_page_only",
        "'{\"pages\":[{\"frames\":[{},{}]}]}', one_frame_only"
    })
    void refusesMoreThanOnePage(String json, String code) {
        assertThat(codes(Projects.parse(json))).containsExactly(code);
    }

    @Test
    void takesAnEmptyProject() {
        assertThat(Projects.accepted("{}").toJson().path("pages").size()).isEqualTo(1);
        assertThat(Projects.accepted("{}")).isEqualTo(ProjectParser.empty());
    }

    @Test
    void refusesATreeThatIsTooDeep() {
        assertThat(codes(Projects.parse(nested(64)))).containsExactly("too_deep");
        assertThat(Projects.parse(nested(63))).isInstanceOf(ParsedProject.Accepted.class);
        assertThat(codes(Projects.parse("[".repeat(5_000)))).containsExactly("malformed");
    }

    private static String nested(int levels) {
        return Projects.withComponents(
                "[{'components':".repeat(levels) + "[{}]" + "}]".repeat(levels));
    }

    @Test
    void refusesTooManyNodesAndSaysSoOnce() {
        assertThat(
                        codes(
                                Projects.parse(
                                        Projects.withComponents(
                                                "[" + "{},".repeat(3_000) + "{}]"))))
                .containsExactly("too_many_nodes");
    }

    @Test
    void countsTheNodesOfMarkupToo() {
        var markup = "<br>".repeat(3_001);
        assertThat(codes(Projects.parse(Projects.withComponents("[{'content':'" + markup + "'}]"))))
                .containsExactly("too_many_nodes");
    }

    @Test
    void refusesTooManyBytes() {
        assertThat(codes(ProjectParser.parse(new byte[ProjectParser.MAX_BYTES + 1])))
                .containsExactly("too_large");
    }

    @Test
    void refusesATextThatIsTooLong() {
        var text = "가".repeat(100_001);
        assertThat(
                        Projects.parse(
                                Projects.withComponents(
                                        "[{'type':'textnode','content':'" + text + "'}]")))
                .isInstanceOfSatisfying(
                        ParsedProject.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .containsExactly(
                                                new Problem(
                                                        "/pages/0/frames/0/component/components/0",
                                                        "too_long")));
    }

    @Test
    void givesBackWhatTheEditorNeeds() {
        var component =
                """
                {'type':'site-board','tagName':'section','board':'notice','limit':5,'draggable':['tr'],'resizable':{'ratioDefault':1},
                 'custom-name':'게시판','locked':true,'attributes':{'id':'b','data-widget':'site-board','hidden':true},
                 'classes':['a',{'name':'b','label':'Bee','private':1}],'stylable':false,'components':[{'type':'textnode','content':'x'}]}\
                """;
        var rule =
                """
                {'selectors':['a',{'name':'b','private':1},'#b'],'style':{'color':'red','&:hover':{'top':'0'}},'state':'hover','mediaText':'print',
                 'atRuleType':'media','group':'cmp:x','important':['color'],'selectorsAdd':'p > b'}\
                """;
        var given = Projects.with("[" + component + "]", "[" + rule + "]");

        var stored = Projects.accepted(given).toJson();

        var expected = Projects.JSON.readTree(given);
        assertThat(stored.at("/pages/0/frames/0/component/components"))
                .isEqualTo(expected.at("/pages/0/frames/0/component/components"));
        assertThat(stored.path("styles")).isEqualTo(expected.path("styles"));
    }

    @Test
    void movesInlineStylesIntoRules() {
        var project =
                Projects.accepted(
                        Projects.with(
                                "[{'style':{'top':'0'}},{'attributes':{'style':'color: red; color: blue'}},{'attributes':{'id':'x'},'style':'left:0'}]",
                                "[{'selectors':['#x'],'style':{'right':'0'}}]"));

        var json = project.toJson();
        assertThat(json.at("/pages/0/frames/0/component/components").toString())
                .isEqualTo(
                        "[{'attributes':{'id':'ij1'}},{'attributes':{'id':'ij2'}},{'attributes':{'id':'x'}}]"
                                .replace('\'', '"'));
        assertThat(json.path("styles").toString())
                .isEqualTo(
                        ("[{'selectors':['#x'],'style':{'right':'0','left':'0'}},{'selectors':['#ij1'],'style':{'top':'0'}},"
                                        + "{'selectors':['#ij2'],'style':{'color':['red','blue']}}]")
                                .replace('\'', '"'));
    }

    @Test
    void changesAddressesEverywhere() {
        var project =
                Projects.accepted(
                        Projects.with(
                                """
                                [{'type':'image','src':'site-file:a.png','attributes':{'srcset':'site-file:a.png 1x, site-file:b.png 2x'}},
                                 {'type':'link','attributes':{'href':'/'}}]\
                                """,
                                "[{'selectors':['a'],'style':{'background':'url(site-file:a.png) red'}}]"));

        var changed = project.withAddresses(address -> address.replace("site-file:", "/files/"));

        assertThat(changed.toJson().toString())
                .contains(
                        "/files/a.png 1x, /files/b.png 2x",
                        "\"src\":\"/files/a.png\"",
                        "url(/files/a.png) red")
                .doesNotContain("site-file:");
        assertThat(project.withAddresses(_ -> "javascript:x").toJson().toString())
                .doesNotContain("javascript");
    }

    @Test
    void refusesMalformedText() {
        assertThat(
                        codes(
                                ProjectParser.parse(
                                        "{\"a\":\"\u00ff\"}"
                                                .getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("malformed");
    }

    @Test
    void storesHalvesOfCharactersAsQuestionMarks() {
        var project =
                Projects.accepted(
                        Projects.withComponents(
                                "[{'title':'\\udc00','content':'a\\ud800b \\ud83d\\ude00'}]"));

        assertThat(new String(project.toBytes(), StandardCharsets.UTF_8))
                .contains("\"a?b \ud83d\ude00\"");

        var bytes = Projects.withComponents("['x@@@']").getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("@@@");
        bytes[at] = (byte) 0xED;
        bytes[at + 1] = (byte) 0xA0;
        bytes[at + 2] = (byte) 0x80;
        assertThat(codes(ProjectParser.parse(bytes))).containsExactly("malformed");
    }

    private static List<String> codes(ParsedProject outcome) {
        return switch (outcome) {
            case ParsedProject.Accepted _ -> List.of();
            case ParsedProject.Refused(var problems) ->
                    problems.stream().map(Problem::code).toList();
        };
    }
}
