package io.jium.builder.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages of the past do to be pages, and where taking that for more would break those of today.
 */
class OldSitesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content='0;url=main/home.html'>",
                "<META HTTP-EQUIV='Refresh' CONTENT=\"3; URL='./main/home.html'\"><p>잠시만 기다려 주세요",
                "<script>location.href = \"main/home.html\";</script>",
                "<script>top.location.replace('/main/home.html?from=1')</script>",
                "<frameset rows='100%,*'><frame src='main/home.html'><frame src='about:blank'></frameset>"
            })
    void opensWithThePageItSendsOnTo(String door) {
        var site =
                Sites.imported(
                        "index.html",
                        door,
                        "main/home.html",
                        "<h1>안녕</h1><a href='../index.html'>x</a>");

        assertThat(site.pages())
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.slug()).isEqualTo("index");
                    assertThat(Sites.body(page)).isEqualTo("<h1>안녕</h1><a href=\"/\">x</a>");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=app></div><script>if (gone) location.href = 'main.html';</script>",
                "<meta http-equiv=refresh content='600;url=main.html'><p>news",
                "<meta http-equiv=refresh content='0;url=https://other.kr/'><p>moved",
                "<meta http-equiv=refresh content='0;url=index.html'>"
            })
    void staysWhatItIsWhenItDoesNot(String html) {
        var site = Sites.imported("index.html", html, "main.html", "<h1>main</h1>");

        assertThat(site.pages()).extracting(ImportedPage::slug).containsExactly("index", "main");
    }

    @Test
    void pagesThatSendEachOtherOnDoNotHang() {
        var there = "<meta http-equiv=refresh content='0;url=b.html'>";
        var back = "<meta http-equiv=refresh content='0;url=index.html'>";

        assertThat(Sites.imported("index.html", there, "b.html", back).pages()).isNotEmpty();
    }

    @Test
    void makesLinksOfHandlersThatOpenPages() {
        var page =
                Sites.imported(
                                "index.html",
                                """
                                <a href="#" onclick="location.href='b.html';return false">1</a>
                                <a href="javascript:location='b.html'">2</a>
                                <a href="#" onclick="toggle('b.html')">3</a>
                                <a href="c.html" onclick="location.href='b.html'">4</a>
                                <button type="button" onclick="document.location.href='b.html'">5</button>\
                                """,
                                "b.html",
                                "b",
                                "c.html",
                                "c")
                        .pages()
                        .getFirst();

        assertThat(Sites.body(page).replaceAll("\\s*\\n\\s*| (?=<)", ""))
                .isEqualTo(
                        "<a href=\"/b\">1</a><a href=\"/b\">2</a><a href=\"#\">3</a><a href=\"/c\">4</a>"
                                + "<form action=\"/b\" id=\"ij1\"><button type=\"submit\">5</button></form>");
    }

    @Test
    void changesOnlyTheAddressesInScripts() {
        var site =
                Sites.imported(
                        "sub/a.html",
                        "<script>var a = 'b.html', n = \"no.html\", t = 'img.png is', u = `../img/x.png?v=${1}`;"
                                + "f('img/x.png', 'https://other.kr/b.html')</script>",
                        "sub/b.html",
                        "b",
                        "index.html",
                        "i",
                        "img/x.png",
                        "x");

        assertThat(Sites.text(site, "scripts/inline-1.js"))
                .isEqualTo(
                        "var a = '/sub-b', n = \"no.html\", t = 'img.png is', u = `../img/x.png?v=${1}`;"
                                + "f('/img/x.png', 'https://other.kr/b.html')");
    }

    @Test
    void stylesOnElementsStayStrongerThanStyleSheets() {
        var page =
                Sites.imported(
                                "index.html",
                                """
                                <link rel=stylesheet href=a.css>
                                <div id=menu><p style="color:red">1</p><p style="top:1px">2</p></div><p style="color:red">3</p>\
                                """,
                                "a.css",
                                "#menu > p:hover, #x::before{color:blue}")
                        .pages()
                        .getFirst();

        assertThat(Sites.css(page))
                .isEqualTo("#jm-own-1#jm-own-1#jm-own-1{color:red;}#ij1{top:1px;}#ij2{color:red;}");
    }

    @Test
    void knowsWhoItselfIsByAnyOfItsPages() {
        var site =
                Sites.imported(
                        "index.html",
                        "<a href='http://www.gage.kr/b.html'>1</a><a href='https://gage.kr:8080/b.html'>2</a>",
                        "b.html",
                        "<meta property=og:url content='https://gage.kr/b.html'>b");

        assertThat(Sites.body(site.pages().getFirst()))
                .isEqualTo("<a href=\"/b\">1</a><a href=\"https://gage.kr:8080/b.html\">2</a>");
    }

    @Test
    void onlyPagesThatDoNotSayTheyKeepToTheStandardGetWhatThoseOfThePastNeed() {
        var cell = "<table><tr><td><img src=a.png></td></tr></table>";
        var old = Sites.imported("index.html", cell, "a.png", "x").pages().getFirst();
        var today =
                Sites.imported("index.html", "<!doctype html>" + cell, "a.png", "x")
                        .pages()
                        .getFirst();

        assertThat(Sites.body(old)).contains("<td class=\"jm-pictures\">");
        assertThat(old.head())
                .extracting(element -> element.attributes().get("href"))
                .containsExactly("site-file:styles/page-full.css");
        assertThat(Sites.body(today)).contains("<td><img");
        assertThat(today.head())
                .extracting(element -> element.attributes().get("href"))
                .containsExactly("site-file:styles/page-none.css");
    }

    @Test
    void spellsOutWhatBrowsersUnderstoodWithoutUnits() {
        var html =
                "<style>.a{font-size:12;color:333333;line-height:2;width:50%}</style><p class=a style='height:1;left:-3;z-index:5;color:red'>x";

        assertThat(Sites.css(Sites.imported("index.html", html).pages().getFirst()))
                .isEqualTo(
                        ".a{font-size:12px;color:#333333;line-height:2;width:50%;}#ij1{height:1px;left:-3px;z-index:5;color:red;}");
        assertThat(
                        Sites.css(
                                Sites.imported("index.html", "<!doctype html>" + html)
                                        .pages()
                                        .getFirst()))
                .contains("font-size:12;");
    }

    @Test
    void believesTheTextMoreThanItsDeclaration() {
        assertThat(Decoding.text(bytes("<meta charset=euc-kr>안녕", "UTF-8"))).contains("안녕");
        assertThat(Decoding.text(bytes("<meta charset=utf-8>안녕하세요", "MS949"))).contains("안녕");
        assertThat(
                        Decoding.text(
                                bytes(
                                        "<script charset=utf-8 src=x></script><meta charset=euc-kr>소",
                                        "MS949")))
                .endsWith("소");
        assertThat(
                        Decoding.text(
                                bytes(
                                        "<?xml version='1.0' encoding='Shift_JIS'?>ようこそ",
                                        "Shift_JIS")))
                .endsWith("ようこそ");
        assertThat(Decoding.text(bytes("<meta charset=iso-8859-1>caf\u00e9", "ISO-8859-1")))
                .endsWith("caf\u00e9");
    }

    @Test
    void aFrameOfAnotherSiteOrOfNothingLeavesTheOthers() {
        var site =
                Sites.imported(
                        SiteImporter.importFolder(
                                Map.of(
                                        "index.html",
                                        "<frameset cols='20%,*,0'><frame src=a.html><frame src=https://other.kr/><frame src=gone.html></frameset>"
                                                .getBytes(StandardCharsets.UTF_8),
                                        "a.html",
                                        "<body bgcolor=red text=blue><p>a"
                                                .getBytes(StandardCharsets.UTF_8))));

        var home = site.pages().getFirst();
        assertThat(Sites.body(home)).contains("<p>a</p>").doesNotContain("other.kr");
        assertThat(Sites.css(home))
                .contains(
                        "flex:0 0 20%;min-width:0;",
                        "{display:none;}", "background-color:red;color:blue;");
        assertThat(site.warnings())
                .contains(new ImportWarning("unknown_frame_host", "2", "index.html"));
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
