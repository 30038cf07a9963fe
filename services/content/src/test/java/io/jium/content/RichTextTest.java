package io.jium.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    private static final Set<String> ATTRIBUTES =
            Set.of("href", "rel", "src", "alt", "width", "height", "colspan", "rowspan");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>Plain <strong>and</strong> <em>not</em></p>      | <p>Plain <strong>and</strong> <em>not</em></p>
                    <a href="https://example.com/?a=1">x</a>           | <a href="https://example.com/?a&#61;1" rel="nofollow ugc noopener">x</a>
                    <a href="/about" rel="follow" target=_blank>x</a>  | <a href="/about" rel="nofollow ugc noopener">x</a>
                    <a href="mailto:a@example.com">x</a>               | <a href="mailto:a&#64;example.com" rel="nofollow ugc noopener">x</a>
                    <img src="https://example.com/a.png" alt="A">      | <img src="https://example.com/a.png" alt="A" />
                    <img src="/assets/a-0123456789ab.png">             | <img src="/assets/a-0123456789ab.png" />
                    <table><tr><td colspan=2>x</td></tr></table>       | <table><tbody><tr><td colspan="2">x</td></tr></tbody></table>
                    1 < 2 & 3                                          | 1 &lt; 2 &amp; 3
                    """)
    void keepsOrdinaryFormatting(String given, String kept) {
        assertThat(RichText.of(given).html()).isEqualTo(kept);
        assertThat(RichText.of(kept).html()).as("again").isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src='https://example.com/a.png' onload=alert(1)>",
                "<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=' java\tscript:alert(1)'>x</a>",
                "<a href=&#106;avascript&colon;alert(1)>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href=vbscript:msgbox(1)>x</a>",
                "<img src=http://example.com/a.png>",
                "<img src=//example.com/a.png>",
                "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
                "<img src=/auth/logout>",
                "<img src=/assets/../auth/logout>",
                "<iframe src=https://example.com></iframe>",
                "<object data=https://example.com></object><embed src=https://example.com>",
                "<form action=https://example.com><input name=password><button>x</button></form>",
                "<base href=https://example.com><link rel=stylesheet href=https://example.com/a.css>",
                "<meta http-equiv=refresh content='0;url=https://example.com'>",
                "<style>*{background:url(https://example.com)}</style>",
                "<p style='position:fixed;inset:0'>x</p>",
                "<p id=cookie class=admin name=forms>x</p>",
                "<template><img src=x onerror=alert(1)></template>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<textarea><img src=x onerror=alert(1)></textarea>",
                "<p/onmouseover=alert(1)//x>x",
                "<<p>img src=x onerror=alert(1)>",
                "{{constructor.constructor('alert(1)')()}}"
            })
    void leavesNothingThatDoesHarm(String hostile) {
        checked(hostile);
    }

    @Test
    void noMixtureOfBitsDoesHarm() {
        var bits =
                new String[] {
                    "<",
                    ">",
                    "\"",
                    "'",
                    "=",
                    "/",
                    "&",
                    "`",
                    " ",
                    "\u0000",
                    "<script",
                    "</script>",
                    "<img src=",
                    "onerror=",
                    "alert(1)",
                    "<a href=",
                    "javascript:",
                    "<svg",
                    "<math",
                    "<style>",
                    "</style>",
                    "<!--",
                    "-->",
                    "<table>",
                    "<p",
                    "&lt;",
                    "&#60;",
                    "x",
                    "https://example.com/",
                    "<noscript>",
                    "<template>",
                    "<title>",
                    "<xmp>"
                };
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++) {
            var hostile = new StringBuilder();
            for (var n = random.nextInt(30); n >= 0; n--) {
                hostile.append(bits[random.nextInt(bits.length)]);
            }
            checked(hostile.toString());
        }
    }

    /** What a browser would make of it, not what it looks like. */
    private static void checked(String hostile) {
        var kept = RichText.of(hostile).html();
        for (Element element : Jsoup.parseBodyFragment(kept).body().select("*")) {
            assertThat(element.tagName())
                    .as(kept)
                    .matches(
                            "body|p|br|hr|h[1-6]|div|table|tbody|tr|td|a|img|b|i|s|u|q|strong|em|pre|code");
            for (var attribute : element.attributes()) {
                assertThat(ATTRIBUTES).as(kept).contains(attribute.getKey());
            }
            assertThat(element.attr("href"))
                    .as(kept)
                    .matches("(?is)(https?|mailto|tel):.*|[^:/?#]*([/?#].*)?");
            assertThat(element.attr("src"))
                    .as(kept)
                    .matches("|https://.*|/assets/[^/]+|/builder/files/[^/]+/[^/]+");
            if (element.hasAttr("href")) {
                assertThat(element.attr("rel")).isEqualTo("nofollow ugc noopener");
            }
        }
    }

    @Test
    void itsWordsAreThoseThatAreSeen() {
        assertThat(
                        RichText.of(
                                        """
                                        <h1>Title</h1><p>w<b>or</b>d&nbsp;and<br>&lt;b&gt; <img src="https://a.example/b.png"></p>
                                        <script>hidden()</script><style>p{}</style><ul><li>one<li>two</ul>
                                        """)
                                .text())
                .isEqualTo("Title word and <b> one two");
        assertThat(RichText.of("").text()).isEmpty();
        assertThat(RichText.of("x" + "😀".repeat(6_000)).text()).hasSize(9_999).endsWith("😀");
    }

    @Test
    void whatIsLongAndDeepIsDoneSoon() {
        for (var bit :
                new String[] {
                    "<b>", "<", "<a href=", "<!--", "&", "<table>", "<p", "\"", "<div><i>"
                }) {
            var hostile = bit.repeat(200_000 / bit.length());
            var begun = System.nanoTime();
            RichText.of(hostile);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(bit)
                    .isLessThan(Duration.ofSeconds(3));
        }
    }
}
