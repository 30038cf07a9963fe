package io.jium.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.contracts.release.SiteAddress;
import io.jium.contracts.release.SiteAddress.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeHandlerTest {

    private static final String HTML = "<!doctype html><title>집</title>";
    private static final byte[] HTML_BYTES = HTML.getBytes(StandardCharsets.UTF_8);

    @TempDir Path sites;
    private SiteWriter writer;
    private EdgeServer server;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        writer = new SiteWriter(sites);
        server = new EdgeServer(sites);
        wire = server.connect();
        writer.release(1, 1)
                .page("index.html", HTML)
                .page("about.html", "about")
                .page("blog/index.html", "blog")
                .page("소개.html", "소개")
                .asset("assets/app.3f2a9c.css", "body{}", "text/css")
                .plain("logo.png", new byte[] {1, 2, 3}, "image/png")
                .redirect("old", "/about")
                .redirectForNow("summer", "/about")
                .redirect("멀리", "https://example.com/한글?q=길 1")
                .publish("shop.localhost");
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        server.close();
    }

    @Test
    void servesAPageWithItsHeadersAndNoCookies() throws Exception {
        var answer = wire.get("shop.localhost:8080", "/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(HTML_BYTES);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Content-Length", "" + HTML_BYTES.length)
                .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "strict-origin-when-cross-origin")
                .doesNotContainKeys("Set-Cookie", "Content-Encoding");
        assertThat(answer.header("ETag"))
                .isEqualTo("\"" + SiteWriter.sha256(HTML_BYTES).substring(0, 32) + "\"");
    }

    @Test
    void servesHashedAssetsForEver() throws Exception {
        var answer = wire.get("shop.localhost", "/assets/app.3f2a9c.css");

        assertThat(answer.text()).isEqualTo("body{}");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
    }

    @Test
    void variesOnlyWhereThereAreVariants() throws Exception {
        var answer = wire.get("shop.localhost", "/logo.png", "Accept-Encoding: br, gzip");

        assertThat(answer.body()).containsExactly(1, 2, 3);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.headers()).doesNotContainKeys("Vary", "Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP.LocalHost", "shop.localhost.", "shop.localhost.:8080"})
    void takesAHostInAnySpelling(String host) throws Exception {
        assertThat(wire.get(host, "/").body()).isEqualTo(HTML_BYTES);
        assertThat(wire.get(host, "/").body()).isEqualTo(HTML_BYTES);
    }

    @Test
    void leavesOtherHostsToTheConsole() throws Exception {
        for (var host : new String[] {"localhost", "127.0.0.1", "[::1]", "jium.example", "a_b!c"}) {
            assertThat(wire.get(host, "/").text()).as(host).isEqualTo(EdgeServer.CONSOLE);
            assertThat(wire.get(host, "/x").text()).as(host).isEqualTo(EdgeServer.CONSOLE);
        }
    }

    @Test
    void servesADomainOfTheOwnersOwn() throws Exception {
        writer.live("www.xn--9n2bp8q.kr", 1, 1);

        assertThat(wire.get("www.xn--9n2bp8q.kr", "/about").text()).isEqualTo("about");
    }

    @Test
    void tellsAboutAnUnknownSiteInTheVisitorsLanguageAndNeverShowsTheConsole() throws Exception {
        var korean = wire.get("nobody.localhost", "/auth/login", "Accept-Language: ko-KR,en;q=0.5");
        var english = wire.get("nobody.localhost", "/", "Accept-Language: fr,en;q=0.5,ko;q=0.1");
        var odd = wire.get("a!b.localhost", "/");

        assertThat(korean.status()).isEqualTo(404);
        assertThat(korean.text()).contains("lang=\"ko\"", "아직 사이트가 없어요");
        assertThat(korean.header("Vary")).isEqualTo("Accept-Language");
        assertThat(korean.header("Cache-Control")).isEqualTo("no-store");
        assertThat(korean.text()).doesNotContain("<script", "{title}", "{text}");
        assertThat(english.text()).contains("lang=\"en\"", "There’s no site here");
        assertThat(odd.status()).isEqualTo(404);
        assertThat(odd.text()).contains("아직 사이트가 없어요");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws Exception {
        var get = wire.get("shop.localhost", "/", "Accept-Encoding: gzip");
        var head = wire.send("HEAD", "shop.localhost", "/", "Accept-Encoding: gzip");

        get.headers().remove("Date");
        head.headers().remove("Date");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers()).isEqualTo(get.headers());
        assertThat(wire.get("shop.localhost", "/about").text()).isEqualTo("about");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"})
    void refusesEveryOtherMethod(String method) throws Exception {
        var answer = wire.send(method, "shop.localhost", "/", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void hasOneAddressForEachPage() throws Exception {
        assertMoved("/about/", "/about");
        assertMoved("/about.html?a=1&b=%20", "/about?a=1&b=%20");
        assertMoved("/index.html", "/");
        assertMoved("/blog", "/blog/");
        assertMoved("/blog/index.html", "/blog/");
        assertMoved("/%EC%86%8C%EA%B0%9C.html", "/%EC%86%8C%EA%B0%9C");
        assertThat(wire.get("shop.localhost", "/blog/").text()).isEqualTo("blog");
        assertThat(wire.get("shop.localhost", "/logo.png/").status()).isEqualTo(308);
    }

    @Test
    void followsTheOwnersRedirects() throws Exception {
        assertMoved(301, "/old", "/about");
        assertMoved(301, "/old?utm=1", "/about?utm=1");
        assertMoved(302, "/summer", "/about");
        assertMoved(
                301,
                "/%EB%A9%80%EB%A6%AC?x=1",
                "https://example.com/%ED%95%9C%EA%B8%80?q=%EA%B8%B8%201");
    }

    @Test
    void findsHangulInEitherNormalFormAndCase() throws Exception {
        var decomposed = "/%e1%84%89%e1%85%a9%e1%84%80%e1%85%a2";

        assertThat(wire.get("shop.localhost", "/%EC%86%8C%EA%B0%9C").text()).isEqualTo("소개");
        assertThat(wire.get("shop.localhost", "/%ec%86%8c%ea%b0%9c").text()).isEqualTo("소개");
        assertThat(wire.get("shop.localhost", decomposed).text()).isEqualTo("소개");
    }

    @Test
    void showsTheSitesOwnPageForWhatIsNotThere() throws Exception {
        writer.release(2, 1).page("404.html", "my own").publish("own.localhost");

        var own = wire.get("own.localhost", "/nothing", "Accept-Encoding: gzip");
        assertThat(own.status()).isEqualTo(404);
        assertThat(own.body())
                .isEqualTo(SiteWriter.gzip("my own".getBytes(StandardCharsets.UTF_8)));
        assertThat(wire.get("own.localhost", "/404").status()).isEqualTo(404);
        assertThat(wire.get("own.localhost", "/404.html").status()).isEqualTo(404);
        var ours = wire.get("shop.localhost", "/nothing", "Accept-Language: en");
        assertThat(ours.status()).isEqualTo(404);
        assertThat(ours.text()).contains("We can’t find that page");
    }

    @Test
    void closesSuspendedAndOfflineSites() throws Exception {
        writer.point("paused.localhost", new SiteAddress(1, 1, State.SUSPENDED, null));
        writer.point("gone.localhost", new SiteAddress(1, 0, State.OFFLINE, null));

        writer.point("worked-on.localhost", new SiteAddress(1, 1, State.MAINTENANCE, null));

        var workedOn = wire.get("worked-on.localhost", "/about", "Accept-Language: en");
        assertThat(workedOn.status()).isEqualTo(503);
        assertThat(workedOn.header("Retry-After")).isEqualTo("600");
        assertThat(workedOn.text()).contains("We’re working on this site");
        var paused = wire.get("paused.localhost", "/");
        var gone = wire.get("gone.localhost", "/");

        assertThat(paused.status()).isEqualTo(503);
        assertThat(paused.header("Retry-After")).isEqualTo("3600");
        assertThat(paused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(paused.text()).contains("잠시 이용이 중지된");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains("공개하지 않는");
    }

    @Test
    void leadsToTheCanonicalHost() throws Exception {
        writer.live("www.shop.kr", 1, 1);
        writer.point("shop.kr", new SiteAddress(1, 1, State.LIVE, "www.shop.kr"));
        writer.point("www.shop.kr", new SiteAddress(1, 1, State.LIVE, "www.shop.kr"));

        var answer = wire.get("shop.kr:8080", "/%EC%86%8C%EA%B0%9C?a=%22b");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location"))
                .isEqualTo("http://www.shop.kr:8080/%EC%86%8C%EA%B0%9C?a=%22b");
        assertThat(wire.get("shop.kr", "/").header("Location")).isEqualTo("http://www.shop.kr/");
        assertThat(wire.get("WWW.shop.kr", "/about").text()).isEqualTo("about");
    }

    @Test
    void sendsTheOwnersHeadersButNotTheEdgesOrCookies() throws Exception {
        writer.release(3, 1)
                .file(
                        "index.html",
                        HTML_BYTES,
                        "text/html",
                        false,
                        Map.of(
                                "Content-Security-Policy", "default-src 'self'",
                                "referrer-policy", "no-referrer",
                                "Set-Cookie", "a=b",
                                "Content-Length", "7"))
                .publish("csp.localhost");

        var answer = wire.get("csp.localhost", "/");

        assertThat(answer.body()).isEqualTo(HTML_BYTES);
        assertThat(answer.headers())
                .containsEntry("Content-Security-Policy", "default-src 'self'")
                .containsEntry("Referrer-Policy", "no-referrer")
                .doesNotContainKey("Set-Cookie");
    }

    private void assertMoved(String from, String to) throws Exception {
        assertMoved(308, from, to);
    }

    private void assertMoved(int status, String from, String to) throws Exception {
        var answer = wire.get("shop.localhost", from);
        assertThat(answer.status()).as(from).isEqualTo(status);
        assertThat(answer.header("Location")).as(from).isEqualTo(to);
    }
}
