package io.jium.builder.project.css;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.project.Addresses;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssFilterTest {

    private final CssFilter filter = new CssFilter(Addresses::inCss);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red",
                "rgba(0,0,0,.5)",
                "1px solid #fff",
                "calc(100% - 2 * var(--gap, 1em))",
                "url(/a.png) no-repeat",
                "\"Noto Sans KR\", sans-serif",
                "\"\\f101\"",
                "U+0025-00FF, u+4??",
                "-1.5e-3px",
                "progress-bar 1s ease 0s infinite",
                "url(\"data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg'/%3e\")",
                "\"a b\" \"c d\" / 1fr 2fr",
                "format(\"woff2\")",
                "image-set(\"a.png\" 1x, url(b.png) 2x)",
                "red !important",
                "[full-start] 1fr [full-end]",
                "translate(-50%,-50%)",
                "cubic-bezier(.4,0,.2,1)",
                "local(\"x\"), url(#id)",
                "attr(data-x)",
                "한글"
            })
    void printsHarmlessValuesAsTheyAre(String value) {
        assertThat(filter.value(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a > .b + .c ~ .d",
                "a[href^=\"http\"]",
                "li:nth-child(2n+1)::before",
                "(min-width:1px) and (max-width:2px)",
                "screen, print",
                "(display:grid) or (not (gap:1px))",
                "a|b",
                ".\\31 st",
                ":is(h1,h2):not(.x)",
                "&:hover",
                "50%"
            })
    void printsPreludesAsTheyAre(String prelude) {
        assertThat(filter.prelude(prelude)).isEqualTo(prelude);
    }

    @Test
    void writesNamesLikeABrowser() {
        assertThat(CssText.identifier("a:b")).isEqualTo("a\\:b");
        assertThat(CssText.identifier("1st")).isEqualTo("\\31 st");
        assertThat(CssText.identifier("-")).isEqualTo("\\-");
        assertThat(CssText.identifier("w-1/2")).isEqualTo("w-1\\/2");
        assertThat(CssText.identifier("a<b")).isEqualTo("a\\3c b");
        assertThat(CssText.identifier("한글")).isEqualTo("한글");
    }

    @Test
    void recoversFromErrorsAsBrowsersDo() {
        var refused = new ArrayList<String>();
        var parser = new CssParser(filter, refused::add);

        var nodes = parser.stylesheet("a{x;color:red;;b{c:d}top:0}}p{top:1px;left:(;right:0}i{}q");

        assertThat(CssNode.print(nodes))
                .isEqualTo("a{color:red;b{c:d;}|top:0;}|p{top:1px;}|i{}|".replace('|', '\n'));
        assertThat(refused).containsExactly("x", "left:(;right:0", "q");
    }

    @Test
    void takesTimeInProportionToTheText() {
        for (var piece :
                new String[] {
                    "(", "{", "a{", "\"", "\\", "/*", "url(", "@media{", "a:b;", "--x:{", "<", "!"
                }) {
            var parser = new CssParser(filter, _ -> {});
            assertThat(CssNode.print(parser.stylesheet(piece.repeat(100_000)))).doesNotContain("<");
        }
    }
}
