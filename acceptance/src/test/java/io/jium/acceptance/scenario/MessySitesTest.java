package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Ten sites as people really bring them, imported and published: what must survive does, what does
 * not is told, and no link is dead that was not dead before. Their sources are in make-sites.py
 * beside them.
 */
class MessySitesTest {

    private record Brought(List<String> warnings, Crawl published) {}

    /** EUC-KR, names of files as Windows in Korea writes them, tables, rollovers, no doctype. */
    @Test
    void aShopOf2003() {
        var shop = brought("old-shop");
        var home = shop.published.page("/");

        assertThat(home.title()).isEqualTo("▒▒ 햇살과수원 쇼핑몰 ▒▒");
        assertThat(home.select("html").attr("lang")).isEqualTo("ko");
        assertThat(home.body().attr("bgcolor")).isEqualTo("#FFFFFF");
        assertThat(home.body().attr("background")).startsWith("/assets/");
        assertThat(home.select("table table, table").getFirst().attr("bgcolor"))
                .isEqualTo("#FFF8E0");
        assertThat(home.select("marquee").text()).isEqualTo("설 선물세트 예약 받습니다!!");
        assertThat(home.select("font[face=돋움][color=navy]").text()).isEqualTo("주문하기");
        assertThat(home.select("area[shape=rect]")).hasSize(2);
        assertThat(home.select("img[src^=/assets/]")).hasSize(5);

        // Handlers do not come along, but where they led does.
        assertThat(home.select("a:has(img[name=m1])").attr("href")).isEqualTo("/sub-intro");
        assertThat(home.select("td > a[href=/sub-order?item=3]").text()).isEqualTo("주문하기");
        assertThat(home.select("a[target=_blank]:has(img[alt=전단지])").attr("href"))
                .isEqualTo("/popup");
        assertThat(home.select("[onclick], [onload], [onmouseover]")).isEmpty();

        // The form began between the rows of a table.
        var form = home.select("form[name=search]").getFirst();
        assertThat(home.select("input[name=keyword]").attr("form")).isEqualTo(form.id());

        assertThat(shop.published.css())
                .contains("A:link{color:#333333;", "굴림", ".price{", ".jm-pictures{")
                .doesNotContain("behavior", "expression");
        assertThat(shop.published.scripts())
                .contains("alert('검색어를 입력하세요')", "location.href = '/sub-intro'");
        assertThat(shop.published.page("/sub-intro").text()).contains("똠방각하네", "펲시처럼");
        assertThat(shop.published.page("/sub-order").select("form[method=post] select option"))
                .hasSize(2);
        assertThat(shop.warnings)
                .contains(
                        "missing_file ../cgi/order.php in sub/order.htm",
                        "missing_file pngfix.htc in CSS/Style.css",
                        "css_left_out 3 in CSS/Style.css",
                        "unsafe_url 1 in INDEX.HTM");
        assertThat(shop.published.dead()).containsExactly("/../cgi/order.php from /sub-order");
    }

    /** The first page sends on to one that hides the address of a third in a frame. */
    @Test
    void aClinicBehindTwoDoors() {
        var clinic = brought("clinic");
        var home = clinic.published.page("/");

        assertThat(home.title()).isEqualTo("푸른이비인후과의원");
        assertThat(home.text()).contains("평일 오전 9시부터", "일요일 휴진");
        assertThat(home.select("iframe").attr("src"))
                .isEqualTo("https://www.youtube.com/embed/dQw4w9WgXcQ");
        assertThat(home.select("a").eachAttr("href")).containsExactly("/home-doctor", "/", "/");
        assertThat(home.select("[target]")).isEmpty();
        assertThat(clinic.published.page("/home-doctor").text()).contains("서울대학교병원 전공의");
        assertThat(clinic.warnings).contains("forbidden_element 1 in home/main.html");
        assertThat(clinic.published.dead()).isEmpty();
    }

    /** UTF-16 with a mark, and pages and a style sheet that say what they are not. */
    @Test
    void encodingsThatLie() {
        var site = brought("encodings");
        var home = site.published.page("/");

        assertThat(home.title()).isEqualTo("바다 여행");
        assertThat(home.select("img").attr("src")).startsWith("/assets/");
        assertThat(text(site, "/메모장")).isEqualTo("유니코드로 저장했어요 & 좋아요 © 2004 한글 처음");
        assertThat(text(site, "/소식")).isEqualTo("서버는 UTF-8이라 했지만 아니었습니다");
        assertThat(text(site, "/옛날")).contains("서기 이천년의 글");
        assertThat(text(site, "/jp")).isEqualTo("ようこそ済州へ");
        assertThat(site.published.css()).contains("\" 좋아요\"");
        assertThat(site.warnings)
                .containsExactly("external_resource http://stats.example.net/a.js in 옛날.html");
        assertThat(site.published.dead()).isEmpty();
    }

    /** A base address, and the site's own host in every form. */
    @Test
    void anAcademyUnderItsOwnName() {
        var academy = brought("academy");
        var home = academy.published.page("/");

        assertThat(home.select("nav a").eachAttr("href"))
                .containsExactly(
                        "/",
                        "/course-math",
                        "/course-english#반",
                        "/about",
                        "/about-map?x=1&y=2",
                        "/course",
                        "#top",
                        "https://blog.naver.com/haneul");
        assertThat(home.select("img").attr("src")).matches("/assets/.*\\?w=640");
        assertThat(home.select("a[href$=.pdf]")).hasSize(1);
        assertThat(home.select("link[rel=stylesheet]").attr("href")).endsWith(".css?v=20190301");
        assertThat(academy.published.css()).contains("url(\"/assets/").doesNotContain("haneul-edu");
        assertThat(
                        academy.published
                                .page(encoded("/course-math-2024-가을-시간표"))
                                .select("a")
                                .eachAttr("href"))
                .containsExactly("/about-map", "/course-math");
        assertThat(academy.warnings).contains("missing_file /gone/old.html in index.html");
        assertThat(academy.published.dead()).containsExactly("/gone/old.html from /");
    }

    @Test
    void aChurchInFrames() {
        var church = brought("frames");
        var home = church.published.page("/");

        assertThat(home.title()).isEqualTo("새벽교회");
        assertThat(home.select("h1").text()).isEqualTo("새벽교회");
        assertThat(home.text()).contains("오신 것을 환영합니다");
        assertThat(home.select(".menu li a").eachAttr("href"))
                .containsExactly("/body-main", "/body-time", "/body-map");
        assertThat(home.select("[target]")).isEmpty();
        assertThat(home.select("script[src]")).hasSize(1);
        assertThat(church.published.css())
                .contains("display:flex;", "flex:0 0 180px;", ".menu li{");
        assertThat(church.published.page("/body-time").select("dd")).hasSize(2);
        assertThat(church.warnings).isEmpty();
        assertThat(church.published.dead()).isEmpty();
    }

    @Test
    void stylesOfEveryKind() {
        var site = brought("styles");
        var css = site.published.css();

        assertThat(css)
                .contains(
                        "@import url(/css/b.css);",
                        ") print;",
                        "screen and (min-width: 1px);",
                        "@media (max-width: 600px) and (orientation: portrait){.hero{padding:1rem;}",
                        "@keyframes float{0%{transform:translateY(0);}",
                        "@-webkit-keyframes float{",
                        "unicode-range:U+AC00-D7A3;",
                        "@supports (display: grid) and (not (display: inline-grid)){",
                        "@container card (min-width: 400px){",
                        "@layer base{",
                        ".card{&:hover{color:red;}",
                        "content:\"→ \\201C지음\\201D\";",
                        "--gap:calc(1rem + 2vw);",
                        "--주색:#0a7;",
                        "display:-webkit-box;display:flex;",
                        "font:italic 700 14px/1.5 '지음', sans-serif;");
        // Of two elements with one id each keeps its own style, and both that of the style sheet.
        assertThat(css).contains("#twice{color:red;}", ":is(#twice,.jm-id-twice){padding:2px;}");
        assertThat(css).containsPattern("#ij\\w\\{color:blue;}");
        assertThat(site.published.page("/").select("#twice, .jm-id-twice")).hasSize(2);
        // #box .strong is purple in a style sheet; what stands on the element counts more.
        assertThat(css).containsPattern("(#jm-own-\\d)\\1\\1\\{color:green;margin-left:7px;}");
        assertThat(site.published.page("/").select("link[media]").eachAttr("media"))
                .containsExactly("(min-width: 700px)", "screen");
        assertThat(site.warnings).isEmpty();
        assertThat(site.published.dead()).isEmpty();
    }

    @Test
    void picturesForEveryScreen() {
        var site = brought("pictures");
        var home = site.published.page("/");
        var html = home.outerHtml();

        assertThat(home.select("picture source").eachAttr("srcset").getFirst())
                .matches("/assets/\\S+ 1600w, /assets/\\S+ 800w");
        assertThat(home.select("img.lazyload").attr("data-srcset"))
                .matches("/assets/\\S+ 1x, /assets/\\S+ 2x");
        assertThat(home.select("link[rel=preload]").attr("imagesrcset"))
                .matches("/assets/\\S+ 1x, /assets/\\S+ 2x");
        assertThat(html).doesNotContain("site-file:", "../img", "/builder/");
        assertThat(home.select("video[poster] source[type=video/mp4], video track[kind=captions]"))
                .hasSize(2);
        assertThat(home.select("svg linearGradient stop[offset=0], svg use")).hasSize(2);
        assertThat(home.select("img[src$=.svg]")).hasSize(1);
        assertThat(home.select("a").eachAttr("href")).endsWith("/", "/");
        assertThat(site.warnings).isEmpty();
        assertThat(site.published.dead()).isEmpty();
    }

    @Test
    void aGuestHouseFullOfThingsFromElsewhere() {
        var house = brought("embeds");
        var home = house.published.page("/");

        assertThat(home.select("iframe[src]").eachAttr("src"))
                .containsExactly(
                        "https://www.youtube.com/embed/abc123?rel=0",
                        "https://www.youtube-nocookie.com/embed/abc123",
                        "https://map.naver.com/p/entry/place/123?c=15.00,0,0,0,dh",
                        "https://map.kakao.com/?map_type=TYPE_MAP&itemId=1",
                        "https://www.google.com/maps/embed?pb=!1m18!2s제주",
                        "https://docs.google.com/forms/d/e/1/viewform?embedded=true");
        assertThat(home.select("a[href=/notice]").text()).isEqualTo("공지");
        var kakao = home.select("script.daum_roughmap_loader_script");
        assertThat(kakao.attr("charset")).isEqualTo("UTF-8");
        assertThat(kakao.next().attr("src")).startsWith("/assets/inline-");
        assertThat(home.select("#daumRoughmapContainer1")).hasSize(1);
        assertThat(home.text()).contains("어디서나 보이는 글").doesNotContain("IE에서는");
        assertThat(home.select("link[rel=stylesheet]")).hasSize(2);
        assertThat(home.select("a[href^=tel:], a[href^=https://open.kakao.com][rel=noopener]"))
                .hasSize(2);
        assertThat(home.select("form[method=post] input[required]").attr("placeholder"))
                .isEqualTo("홍길동");
        assertThat(home.outerHtml())
                .doesNotContain("vbscript", "javascript:", "evil.example.net", "srcdoc", "alert");
        assertThat(house.warnings)
                .contains(
                        "unknown_frame_host 2 in index.html",
                        "forbidden_attribute 1 in index.html",
                        "event_handler 3 in index.html",
                        "noscript_left_out 1 in index.html",
                        "unsafe_url 5 in index.html");
        assertThat(house.published.dead()).isEmpty();
    }

    @Test
    void scriptsInTheirOrder() {
        var site = brought("scripts");
        var home = site.published.page("/");

        assertThat(home.select("head script").eachAttr("src"))
                .extracting(MessySitesTest::stem)
                .containsExactly("inline-1", "one", "deferred", "inline-2", "old");
        assertThat(home.select("body script").eachAttr("src"))
                .extracting(MessySitesTest::stem)
                .containsExactly("two", "inline-3", "one", "inline-4", "inline-5");
        assertThat(
                        home.select(
                                "script[defer][src*=deferred], script[nomodule], script[async][data-key=한글]"))
                .hasSize(3);
        assertThat(home.select("script[type=application/ld+json]").getFirst().data())
                .contains("\"Store\"");
        assertThat(home.select("#app").attr("x-data")).isEqualTo("{ open: false }");
        // Wherever scripts are now, they find what they ask for.
        assertThat(site.published.scripts())
                .contains(
                        "import '/js/module.js'",
                        "import '/js/more.js'",
                        "\"home\": \"/sub-page\", 'pic': '/img/a.png'",
                        "<img src='/img/a.png'><a href=\\\"/sub-page\\\">",
                        "var menu = \"/\", pic = '/img/a.png'");
        assertThat(site.published.dead()).isEmpty();
    }

    @Test
    void whatWordSavesAsAWebPage() {
        var word = brought("word");
        var home = word.published.page("/");

        assertThat(home.title()).isEqualTo("회사 소개");
        assertThat(home.select(".Section1 > p.MsoNormal").getFirst().text()).isEqualTo("(주) 한빛상사");
        assertThat(home.select(".Section1 p div")).isEmpty();
        assertThat(home.select("td > p.MsoNormal").text()).isEqualTo("연혁");
        assertThat(home.select("abbr[title=대표이사]").text()).isEqualTo("CEO");
        assertThat(home.select("ul > li")).hasSize(2);
        assertThat(home.select("pre").text()).isEqualTo("<b>꼭 이대로</b>");
        assertThat(home.select("nobr, strike, ins[datetime]")).hasSize(3);
        assertThat(home.select("a[href^=/회사-소개-files]").text()).isEqualTo("연락처");
        assertThat(word.published.css())
                .contains(
                        "p.MsoNormal, li.MsoNormal{", "@page Section1{", "font-family:\"맑은 고딕\";");
        assertThat(word.published.dead()).isEmpty();
    }

    private static String text(Brought site, String path) {
        return site.published.page(encoded(path)).body().text();
    }

    private static String encoded(String path) {
        return URI.create(path).toASCIIString();
    }

    /** The name a published script had before its hash came behind it. */
    private static String stem(String address) {
        return address.replaceFirst(".*/", "").replaceFirst("-[0-9a-f]{6,}\\.js.*", "");
    }

    private static Brought brought(String name) {
        var jium = Topology.H2.installation();
        var site = jium.customer().site();
        var taken =
                site.owner()
                        .client()
                        .upload(
                                "/builder/import",
                                Map.of("service_id", Long.toString(site.id())),
                                name + ".zip",
                                archive(name))
                        .expect(201);
        var warnings = taken.at("warnings").valueStream().map(MessySitesTest::sentence).toList();
        assertThat(site.publish().at("last/status").asString()).isEqualTo("live");
        return new Brought(warnings, Crawl.of(jium.visitor(site.slug())));
    }

    private static String sentence(JsonNode warning) {
        return "%s %s in %s"
                .formatted(
                        warning.path("code").asString(),
                        warning.path("detail").asString(),
                        warning.path("file").asString("the site"));
    }

    private static byte[] archive(String name) {
        try (var bytes = MessySitesTest.class.getResourceAsStream("sites/" + name + ".zip")) {
            return Objects.requireNonNull(bytes, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
