package io.jium.builder.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.language.Translations.Choice;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.project.Projects;
import io.jium.builder.render.PageRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageSwitchTest {

    private static final List<Choice> CHOICES =
            List.of(new Choice("ko", "/\"><b>", true), new Choice("ar", "/ar/", false));

    @Test
    void isAListOfLinksInsideWhatHoldsIt() {
        assertThat(rendered(CHOICES, "ko"))
                .isEqualTo(
                        "<header><nav id=\"i1\" aria-label=\"언어\" class=\"mine\"><ul>"
                                + "<li><a href=\"/&quot;&gt;&lt;b&gt;\" hreflang=\"ko\" lang=\"ko\" aria-current=\"page\">한국어</a></li>"
                                + "<li><a href=\"/ar/\" hreflang=\"ar\" lang=\"ar\">العربية</a></li>"
                                + "</ul></nav><p>Words</p></header>");
    }

    @Test
    void whateverWasKeptInsideIsNotShown() {
        assertThat(rendered(CHOICES, "ar")).doesNotContain("stale").contains("\"Language\"");
    }

    @Test
    void isGoneWhereThereIsNoChoice() {
        assertThat(rendered(CHOICES.subList(0, 1), "ko"))
                .isEqualTo("<header><p>Words</p></header>");
        assertThat(rendered(List.of(), "ko")).isEqualTo("<header><p>Words</p></header>");
    }

    private static String rendered(List<Choice> choices, String language) {
        var json =
                """
                {"pages":[{"frames":[{"component":{"type":"wrapper","components":[
                  {"tagName":"header","components":[
                    {"type":"language-switch","tagName":"nav","classes":["mine"],
                     "attributes":{"id":"i1"},"components":[{"tagName":"b","content":"stale"}]},
                    {"tagName":"p","components":[{"type":"textnode","content":"Words"}]}]}]}}]}]}
                """;
        var page = Projects.accepted(ProjectParser.parse(json.getBytes(StandardCharsets.UTF_8)));
        return PageRenderer.render(LanguageSwitch.fill(page, choices, language)).body();
    }
}
