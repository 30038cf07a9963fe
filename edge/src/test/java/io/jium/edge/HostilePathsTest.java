package io.jium.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web server's own check of addresses is off here: the edge must be safe without it. */
class HostilePathsTest {

    @TempDir Path sites;
    private EdgeServer server;

    @BeforeEach
    void start() throws Exception {
        new SiteWriter(sites)
                .release(1, 1)
                .page("index.html", "home")
                .page("a b.html", "spaced")
                .page("50%.html", "percent")
                .publish("a.localhost");
        Files.writeString(sites.resolve("secret.html"), "secret");
        server =
                new EdgeServer(
                        EdgeSettings.of(sites, "localhost"),
                        Ticker.systemTicker(),
                        UriCompliance.UNSAFE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.html",
                "/..%2fsecret.html",
                "/%2e%2e/secret.html",
                "/%2e%2e%2fsecret.html",
                "/..\\secret.html",
                "/..%5csecret.html",
                "/./",
                "/a/../",
                "/%00",
                "/index.html%00.png",
                "/%0d%0aSet-Cookie:%20a=b",
                "/%",
                "/%4",
                "/%zz",
                "/%c0%ae%c0%ae/secret.html",
                "/%ff",
                "/%ed%a0%80",
                "/%EC%86",
                "//",
                "//a.localhost/",
                "///index.html",
                "/;a=b",
                "/index.html;a=b",
                "/404",
                "/%252e%252e/secret.html",
            })
    void refusesOddAddresses(String path) throws Exception {
        for (int again = 0; again < 2; again++) {
            try (var wire = server.connect()) {
                var answer = wire.get("a.localhost", path);

                assertThat(answer.status()).isIn(400, 404);
                assertThat(answer.text()).doesNotContain("secret", "home");
                assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
            }
        }
    }

    @Test
    void refusesAnOverlongAddress() throws Exception {
        try (var wire = server.connect()) {
            assertThat(wire.get("a.localhost", "/" + "x".repeat(3000)).status()).isEqualTo(400);
        }
    }

    @Test
    void findsNamesThatNeedEscapes() throws Exception {
        try (var wire = server.connect()) {
            assertThat(wire.get("a.localhost", "/a%20b").text()).isEqualTo("spaced");
            assertThat(wire.get("a.localhost", "/50%25").text()).isEqualTo("percent");
            assertThat(wire.get("a.localhost", "/50%25/").header("Location")).isEqualTo("/50%25");
            assertThat(wire.get("a.localhost", "/a%20b.html?q=a%20b").header("Location"))
                    .isEqualTo("/a%20b?q=a%20b");
            assertThat(wire.get("a.localhost", "http://a.localhost/").text()).isEqualTo("home");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.localhost", "a/../../x.localhost", "..localhost", ".localhost"})
    void makesNoPathOfAHostThatIsNone(String host) throws Exception {
        try (var wire = server.connect()) {
            assertThat(wire.get(host, "/").status()).isIn(400, 404);
        }
    }

    @Test
    void keepsTheOwnersRedirectsInsideTheHeader() {
        assertThat(UrlPath.encode("/a\r\nSet-Cookie: b=c")).isEqualTo("/a%0D%0ASet-Cookie:%20b=c");
        assertThat(UrlPath.encode("/가?나=%20#다").getBytes(StandardCharsets.UTF_8))
                .isEqualTo("/%EA%B0%80?%EB%82%98=%20#%EB%8B%A4".getBytes(StandardCharsets.UTF_8));
    }
}
