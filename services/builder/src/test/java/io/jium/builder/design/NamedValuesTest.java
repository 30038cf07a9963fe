package io.jium.builder.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jium.builder.design.DesignValue.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValuesTest {

    @Test
    void coloursAndTypefacesOfTheRootAreFound() {
        var found =
                NamedValues.of(
                        List.of(
                                """
                                @charset "utf-8";
                                /* :root { --no: #000000 } */
                                @media (prefers-color-scheme: dark) { :root { --ink: #ffffff; --dark: #000 } }
                                a::before { content: "} :root{--no:#111111"; }
                                :root { /* ours */
                                  --ink: #18224a; --ink--name: "먹색 | Ink";
                                  --pad--name: "없음 | None";
                                  --paper:rgb(255 249 234 / 90%);
                                  --pad: clamp(20px, 4.4vw, 64px);
                                  --under: var(--paper);
                                  --sans: "Pretendard Variable", Pretendard, 'Noto Sans KR', sans-serif
                                }
                                """,
                                ":root{--paper:#FFF}"));
        assertThat(found.values())
                .extracting(DesignValue::name, DesignValue::kind, DesignValue::label)
                .containsExactly(
                        tuple("--ink", Kind.COLOR, "먹색 | Ink"),
                        tuple("--paper", Kind.COLOR, ""),
                        tuple("--sans", Kind.FONT, ""));
        assertThat(found)
                .hasEntrySatisfying(
                        "--paper", value -> assertThat(value.original()).isEqualTo("#FFF"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red;}body{display:none",
                "#12",
                "url(https://evil.example/a)",
                "rgb(1,2,3)}",
                "</style><script>",
                "\"a</style>\", serif",
                "expression(1), serif",
                "",
            })
    void nothingElseIsAColourOrATypeface(String value) {
        assertThat(NamedValues.kind(value)).isEmpty();
    }

    @Test
    void theGroundHasAPalette() {
        assertThat(NamedValues.of(List.of(Ground.named())).values())
                .hasSize(9)
                .allSatisfy(value -> assertThat(value.label()).as(value.name()).contains(" | "));
    }
}
