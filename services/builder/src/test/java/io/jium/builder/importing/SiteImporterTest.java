package io.jium.builder.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jium.builder.render.PageRenderer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteImporterTest {

    @ParameterizedTest
    @CsvSource({
        "EUC-KR, <meta charset=euc-kr>",
        "MS949, ''",
        "UTF-8, ''",
        "UTF-8, <meta charset=utf-8>",
        "UTF-16, ''",
        "MS949, <meta http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>"
    })
    void readsKoreanInEveryEncoding(String charset, String declaration) {
        var html = declaration + "<title>똠방각하</title><p>안녕하세요 펲시콜라</p>";
        if (charset.equals("EUC-KR")) {
            html = html.replace("똠", "").replace("펲", "");
        }

        var page =
                Sites.imported(
                                SiteImporter.importHtml(
                                        html.getBytes(Charset.forName(charset)), "x.html"))
                        .pages()
                        .getFirst();

        assertThat(page.title()).endsWith("방각하");
        assertThat(Sites.body(page)).contains("안녕하세요");
        assertThat(page.slug()).isEqualTo("index");
        assertThat(page.lang()).isEqualTo("ko");
    }

    @Test
    void leadsLinksToWherePagesAndFilesAreNow() {
        var site =
                Sites.imported(
                        "index.html",
                        """
                        <link rel=canonical href="https://www.gage.kr/">
                        <a href="about.html#team">1</a><a href="/blog/">2</a><a href="blog/post.html?x=1">3</a>
                        <a href="https://www.gage.kr/about.html">4</a><a href="https://other.kr/about.html">5</a>
                        <a href="mailto:a@b.kr">6</a><a href="가게 소개.html">7</a><a href="#x">8</a><a href="IMG/Menu.PDF">9</a>
                        <a href="gone.html">10</a><a href="../out.html">11</a><img srcset="img/a.png 1x, /img/a.png 2x">\
                        """,
                        "about.html",
                        "<a href='index.html'>home</a>",
                        "blog/index.html",
                        "<a href='../'>up</a><a href='post'>short</a><img src='../img/a.png?v=2'>",
                        "blog/post.html",
                        "<base href='/img/'><img src='a.png'>",
                        "가게 소개.html",
                        "x",
                        "img/a.png",
                        "x",
                        "img/menu.pdf",
                        "x");

        assertThat(site.pages())
                .extracting(ImportedPage::slug)
                .containsExactly("index", "about", "가게-소개", "blog", "blog-post");
        assertThat(Sites.body(site.pages().get(0)).replaceAll("\\s*\\n\\s*| (?=<)", ""))
                .isEqualTo(
                        """
                        <a href="/about#team">1</a><a href="/blog">2</a><a href="/blog-post?x=1">3</a>
                        <a href="/about">4</a><a href="https://other.kr/about.html">5</a>
                        <a href="mailto:a@b.kr">6</a><a href="/가게-소개">7</a><a href="#x">8</a><a href="site-file:img/menu.pdf">9</a>
                        <a href="gone.html">10</a><a href="../out.html">11</a><img srcset="site-file:img/a.png 1x, site-file:img/a.png 2x"/>\
                        """
                                .replace("\n", ""));
        assertThat(Sites.body(site.pages().get(3)))
                .isEqualTo(
                        "<a href=\"/\">up</a><a href=\"/blog-post\">short</a><img src=\"site-file:img/a.png?v=2\"/>");
        assertThat(Sites.body(site.pages().get(4))).isEqualTo("<img src=\"site-file:img/a.png\"/>");
        assertThat(site.warnings())
                .containsExactlyInAnyOrder(
                        new ImportWarning(
                                "link_left_out", "canonical https://www.gage.kr/", "index.html"),
                        new ImportWarning("missing_file", "gone.html", "index.html"),
                        new ImportWarning("address_leads_out", "../out.html", "index.html"));
    }

    @Test
    void keepsScriptsInTheirOrderAndOutOfTheContent() {
        var site =
                Sites.imported(
                        "index.html",
                        """
                        <html><head><script src="js/a.js" defer></script><script>first()</script>
                        <script type="application/ld+json">{"@type":"Store"}</script><script async src="//cdn.kr/x.js" data-key="k"></script></head>
                        <body onload="go()"><p onclick="x()">hi</p><script type="module">second()</script><noscript>no</noscript>
                        <script src="js/gone.js"></script><script type="text/template"><b></b></script><script>first()</script></body>\
                        """,
                        "js/a.js",
                        "a()");

        var page = site.pages().getFirst();
        assertThat(Sites.head(page))
                .extracting(element -> element.attributes().toString(), HeadElement::text)
                .containsExactly(
                        tuple("{src=site-file:js/a.js, defer=}", null),
                        tuple("{src=site-file:scripts/inline-1.js}", null),
                        tuple("{type=application/ld+json}", "{\"@type\":\"Store\"}"),
                        tuple("{async=, src=//cdn.kr/x.js, data-key=k}", null));
        assertThat(page.bodyEnd())
                .extracting(element -> element.attributes().toString())
                .containsExactly(
                        "{type=module, src=site-file:scripts/inline-2.js}",
                        "{src=site-file:scripts/inline-1.js}");
        assertThat(Sites.body(page)).isEqualTo("<p>hi</p>");
        assertThat(Sites.text(site, "scripts/inline-2.js")).isEqualTo("second()");
        assertThat(site.warnings())
                .extracting(warning -> warning.code() + " " + warning.detail())
                .containsExactlyInAnyOrder(
                        "external_resource //cdn.kr/x.js",
                        "noscript_left_out 1",
                        "missing_file js/gone.js",
                        "script_left_out text/template",
                        "event_handler 2");
    }

    @Test
    void keepsWhatIsSaidAboutThePage() {
        var page =
                Sites.imported(
                                "index.html",
                                """
                                <html lang="en-US" class="no-js"><meta name=description content="d & e"><meta property="og:image" content="/a.png">
                                <meta http-equiv="refresh" content="0;url=x"><link rel="shortcut icon" href="a.png"><meta name="theme-color" content="#fff">
                                <link rel=preconnect href="https://fonts.gstatic.com" crossorigin><title> T </title><body data-spy="scroll">\
                                """,
                                "a.png",
                                "x")
                        .pages()
                        .getFirst();

        assertThat(page.title()).isEqualTo("T");
        assertThat(page.lang()).isEqualTo("en-us");
        assertThat(Sites.head(page))
                .extracting(element -> element.attributes().toString())
                .containsExactly(
                        "{name=description, content=d & e}",
                        "{property=og:image, content=site-file:a.png}",
                        "{rel=shortcut icon, href=site-file:a.png}",
                        "{name=theme-color, content=#fff}",
                        "{rel=preconnect, href=https://fonts.gstatic.com, crossorigin=}");
        var rendered = PageRenderer.render(page.project());
        assertThat(rendered.bodyAttributes()).isEqualTo(" data-spy=\"scroll\"");
        assertThat(rendered.documentAttributes()).isEqualTo(" lang=\"en-US\" class=\"no-js\"");
    }

    @Test
    void makesTextsEditable() {
        var page =
                Sites.imported(
                                "index.html",
                                "<h1>a</h1><p>b <b>c</b></p><ul><li>d</li></ul><div><p>e</p></div><a href=x><img src=y></a><button>f</button>"
                                        + "<table><tr><td>g</td></tr></table><svg viewBox='0 0 1 1'><linearGradient/></svg>")
                        .pages()
                        .getFirst();

        var json = page.project().toJson().at("/pages/0/frames/0/component/components");
        assertThat(json)
                .extracting(component -> component.path("type").asString(""))
                .containsExactly("text", "text", "", "", "link", "text", "table", "svg");
        assertThat(json.at("/2/components/0/type").asString()).isEqualTo("text");
        assertThat(json.at("/6/components/0/components/0/components/0/type").asString())
                .isEqualTo("text");
        assertThat(json.at("/7/components/0/tagName").asString()).isEqualTo("linearGradient");
    }

    @Test
    void refusesPagesBeyondTheLimitsAndKeepsTheOthers() {
        var site =
                Sites.imported("index.html", "<br>".repeat(3_100), "b.html", "<title>b</title>ok");

        assertThat(site.pages())
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.slug()).isEqualTo("index");
                    assertThat(page.title()).isEqualTo("b");
                });
        assertThat(site.warnings())
                .contains(new ImportWarning("page_refused", "page_too_many_nodes", "index.html"));
        assertThat(SiteImporter.importHtml(new byte[PageImport.MAX_BYTES + 1], "a.html"))
                .isEqualTo(new SiteImport.Refused("page_too_large", "a.html"));
        assertThat(
                        SiteImporter.importHtml(
                                "<div>".repeat(200_000).getBytes(StandardCharsets.UTF_8), "a.html"))
                .isInstanceOf(SiteImport.class);
    }

    @Test
    void givesSlugsThatAreFreeAndReadable() {
        var slugs = new Slugs();
        assertThat(
                        new String[] {
                            "About Us.html",
                            "about-us.htm",
                            "api.html",
                            "Café/Menü.html",
                            "日本.html",
                            "a/index.html",
                            "가나.html",
                            "x".repeat(90)
                        })
                .extracting(slugs::of)
                .containsExactly(
                        "about-us",
                        "about-us-2",
                        "api-2",
                        "cafe-menu",
                        "page",
                        "a",
                        "가나",
                        "x".repeat(80));
    }
}
