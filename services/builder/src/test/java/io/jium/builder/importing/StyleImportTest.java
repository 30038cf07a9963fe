package io.jium.builder.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleImportTest {

    @Test
    void keepsStyleSheetsAsFilesAndTurnsOnlySafeStylesIntoRules() {
        var site =
                Sites.imported(
                        "sub/index.html",
                        """
                        <style>.early{color:red}</style><link rel="stylesheet" href="../css/site.css" media="screen">
                        <style>.box{color:red;color:blue !important}.js-open{top:0}#n:hover{left:0}ul > li{top:0}
                        @media (max-width:900px){.box{top:1px}}@media (max-width:400px){.box{top:2px}}
                        @keyframes spin{from{top:0}to{top:1px}}@font-face{font-family:x;src:url(../f.woff2)}</style>
                        <body class="dark" style="margin:0"><div class="box" id="n" style="background:url('../bg.png')">x</div>\
                        """,
                        "index.html",
                        "<style>@media print{.a{top:0}}.a{top:1px}</style><p class=a>",
                        "css/site.css",
                        """
                        @charset "utf-8";@import "more.css" screen;@import url(https://fonts.kr/x.css);
                        .a{background:url( "../bg.png?v=1" );behavior:url(x.htc);width:expression(1);*zoom:1}
                        @media (width <= 600px){.a{color:red}}.b:is(.c, .d)>p::after{content:"\\201C <"}
                        :root{--x:{a:b};--y: 1px}a{b:c;</style>\
                        """,
                        "css/more.css",
                        ".m{background:url(gone.png)}",
                        "bg.png",
                        "x",
                        "f.woff2",
                        "x");

        var home = site.pages().get(0);
        assertThat(Sites.head(home))
                .singleElement()
                .satisfies(link ->
                        assertThat(link.attributes())
                                .containsEntry("rel", "stylesheet")
                                .containsEntry("href", "site-file:styles/inline-1.css"));
        assertThat(Sites.text(site, "styles/inline-1.css"))
                .isEqualTo("@media print{.a{top:0;}\n}\n.a{top:1px;}\n");

        var sub = site.pages().get(1);
        assertThat(Sites.head(sub))
                .extracting(link -> link.attributes().get("href"))
                .containsExactly("site-file:styles/inline-2.css", "site-file:css/site.css");
        assertThat(Sites.css(sub))
                .isEqualTo(
                        ".box{color:red;color:blue !important;}.js-open{top:0;}#n:hover{left:0;}ul > li{top:0;}"
                                + "#ij1{margin:0;}#n{background:url(\"site-file:bg.png\");}"
                                + "@keyframes spin{from{top:0;}to{top:1px;}}@font-face{font-family:x;src:url(site-file:f.woff2);}"
                                + "@media (max-width:900px){.box{top:1px;}}@media (max-width:400px){.box{top:2px;}}");

        assertThat(Sites.text(site, "css/site.css"))
                .isEqualTo(
                        """
                        @import url(site-file:css/more.css) screen;
                        @import url(https://fonts.kr/x.css);
                        .a{background:url( "site-file:bg.png?v=1" );}
                        @media (600px >= width){.a{color:red;}
                        }
                        .b:is(.c, .d)>p::after{content:"\\201c  \\3c ";}
                        :root{--y:1px;}
                        a{b:c;}
                        """
                                .replace("\\201c  \\3c ", "\u201c\\3c "));
        assertThat(site.warnings())
                .contains(
                        new ImportWarning("missing_file", "gone.png", "css/more.css"),
                        new ImportWarning("css_left_out", "5", "css/site.css"));
    }
}
