package io.jium.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, conditional requests and ranges. */
class NegotiationTest {

    private static final byte[] PAGE = "0123456789 a page".repeat(50).getBytes(UTF_8);
    private static final int LENGTH = PAGE.length;

    @TempDir Path sites;
    private EdgeServer server;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        var writer = new SiteWriter(sites);
        writer.release(1, 1)
                .page("index.html", new String(PAGE, UTF_8))
                .plain("empty.txt", new byte[0], "text/plain")
                .publish("a.localhost");
        server = new EdgeServer(sites);
        wire = server.connect();
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | br",
                "gzip, deflate           | gzip",
                "GZIP                    | gzip",
                "gzip;q=1.0, br;q=0.5    | gzip",
                "br;q=0, gzip            | gzip",
                "br;q=0, gzip;q=0        | -",
                "*                       | br",
                "*;q=0                   | -",
                "gzip;q=0, *             | br",
                "identity;q=1, gzip;q=.5 | -",
                "identity;q=0, gzip;q=.1 | gzip",
                "identity                | -",
                "deflate                 | -",
                "br;q=nonsense, gzip     | gzip",
                "br;q=7, gzip            | gzip",
                ",;,                     | -",
            })
    void sendsTheFormTheClientLikesBest(String accepted, String encoding) throws Exception {
        var answer = wire.get("a.localhost", "/", "Accept-Encoding: " + accepted);

        var expected =
                switch (encoding) {
                    case "br" -> SiteWriter.brotli(PAGE);
                    case "gzip" -> SiteWriter.gzip(PAGE);
                    default -> PAGE;
                };
        assertThat(answer.body()).isEqualTo(expected);
        assertThat(answer.headers().getOrDefault("Content-Encoding", "-")).isEqualTo(encoding);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void addsUpSeveralAcceptEncodingLines() throws Exception {
        var answer =
                wire.get("a.localhost", "/", "Accept-Encoding: gzip", "Accept-Encoding: br;q=0.1");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void givesEachFormATagOfItsOwn() throws Exception {
        var identity = tag();
        var gzip = tag("Accept-Encoding: gzip");
        var brotli = tag("Accept-Encoding: br");

        assertThat(identity).isNotEqualTo(gzip).isNotEqualTo(brotli).startsWith("\"");
        assertThat(gzip).isNotEqualTo(brotli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG", "W/TAG", "\"x\", TAG", "\"x\" , W/TAG,\"y\"", "*"})
    void answersNotModifiedToATagItKnows(String pattern) throws Exception {
        var tag = tag("Accept-Encoding: gzip");

        var answer =
                wire.get(
                        "a.localhost",
                        "/",
                        "Accept-Encoding: gzip",
                        "If-None-Match: " + pattern.replace("TAG", tag));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.headers())
                .containsEntry("ETag", tag)
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
                .doesNotContainKeys("Content-Length", "Transfer-Encoding", "Content-Type");
        assertThat(wire.get("a.localhost", "/").body()).isEqualTo(PAGE);
    }

    @Test
    void sendsTheBodyAgainWhenTheTagIsAnothers() throws Exception {
        var other = wire.get("a.localhost", "/", "If-None-Match: \"other\"");
        var otherForm =
                wire.get("a.localhost", "/", "If-None-Match: " + tag("Accept-Encoding: br"));

        assertThat(other.status()).isEqualTo(200);
        assertThat(otherForm.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=5-5, 5, 6",
        "bytes=840-, 840, 850",
        "bytes=-7, 843, 850",
        "bytes=-9999, 0, 850",
        "bytes=100-99999999999, 100, 850",
        "BYTES=3-4, 3, 5",
        "'bytes=999-1000,2-3', 2, 4",
    })
    void sendsAPart(String range, int from, int to) throws Exception {
        var answer = wire.get("a.localhost", "/", "Range: " + range, "Accept-Encoding: br, gzip");

        assertThat(LENGTH).isEqualTo(850);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(PAGE, from, to));
        assertThat(answer.headers())
                .containsEntry("Content-Range", "bytes " + from + "-" + (to - 1) + "/850")
                .containsEntry("ETag", tag())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .doesNotContainKey("Content-Encoding");
    }

    @Test
    void sendsSeveralParts() throws Exception {
        var answer = wire.get("a.localhost", "/", "Range: bytes=0-1, 3-4, -2");

        assertThat(answer.status()).isEqualTo(206);
        var type = String.valueOf(answer.header("Content-Type"));
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        var boundary = type.substring(type.indexOf('=') + 1);
        assertThat(answer.text().split("--" + boundary, -1)).hasSize(5);
        assertThat(answer.text())
                .contains("Content-Range: bytes 0-1/850", "\r\n\r\n01\r\n")
                .contains("Content-Range: bytes 3-4/850", "\r\n\r\n34\r\n")
                .contains("Content-Range: bytes 848-849/850", "\r\n\r\nge\r\n");
        assertThat(wire.get("a.localhost", "/").body()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=850-", "bytes=9999-10000", "bytes=-0", "bytes=850-900,-0"})
    void refusesPartsThatDoNotExist(String range) throws Exception {
        var answer = wire.get("a.localhost", "/", "Range: " + range);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */850");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-2",
                "bytes=a-b",
                "bytes=",
                "bytes=-",
                "bytes 0-1",
                "lines=0-1",
                "bytes=0-1,x",
                "bytes=+1-2",
                "bytes=0-,0-,0-",
                "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16,18-18,20-20,22-22,24-24,26-26,"
                        + "28-28,30-30,32-32",
            })
    void sendsEverythingWhenARangeMakesNoSenseOrAsksForTooMuch(String range) throws Exception {
        var answer = wire.get("a.localhost", "/", "Range: " + range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
    }

    @Test
    void sendsAPartOnlyOfTheFormTheClientHasTheOthersOf() throws Exception {
        var same = wire.get("a.localhost", "/", "Range: bytes=0-1", "If-Range: " + tag());
        var changed = wire.get("a.localhost", "/", "Range: bytes=0-1", "If-Range: \"old\"");
        var weak = wire.get("a.localhost", "/", "Range: bytes=0-1", "If-Range: W/" + tag());
        var date =
                wire.get(
                        "a.localhost",
                        "/",
                        "Range: bytes=0-1",
                        "If-Range: Sun, 22 Nov 2026 22:00:00 GMT");

        assertThat(same.status()).isEqualTo(206);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(PAGE);
        assertThat(weak.status()).isEqualTo(200);
        assertThat(date.status()).isEqualTo(200);
    }

    @Test
    void ignoresARangeOnHeadAndKnowsTheTagBeforeTheRange() throws Exception {
        assertThat(wire.send("HEAD", "a.localhost", "/", "Range: bytes=0-1").status())
                .isEqualTo(200);
        assertThat(wire.get("a.localhost", "/", "Range: bytes=0-1", "If-None-Match: *").status())
                .isEqualTo(304);
    }

    @Test
    void servesAnEmptyFile() throws Exception {
        var answer = wire.get("a.localhost", "/empty.txt");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(wire.get("a.localhost", "/empty.txt", "Range: bytes=0-").status())
                .isEqualTo(416);
    }

    private String tag(String... headers) throws Exception {
        return String.valueOf(wire.get("a.localhost", "/", headers).header("ETag"));
    }
}
