package io.jium.builder.importing;

import io.jium.builder.render.HarmlessPages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Puts random pieces of markup together; a failure prints the seed to repeat it with. */
class MarkupFuzzTest {

    @Test
    void answersToAnyMarkupWithoutThrowing() {
        var pieces =
                new String[] {
                    "<style>",
                    "</style>",
                    "@media{",
                    "}",
                    "<script>",
                    "</script>",
                    "<svg>",
                    "<math>",
                    "<table>",
                    "<select>",
                    "<p style='",
                    "'",
                    "\"",
                    "<a href=",
                    "javascript:x",
                    "url(",
                    ")",
                    "\\",
                    "\0",
                    "<!--",
                    "-->",
                    "<base href=/x/>",
                    "<iframe src=//x>",
                    "%zz",
                    "../..",
                    "<template>",
                    "<noscript>",
                    "<frameset>",
                    "<body onload=x>",
                    "<link rel=stylesheet href=a.css>",
                    "가",
                    "\ud800",
                    "<img srcset='",
                    ",",
                    " 2x",
                    "<meta name=a content=b>",
                    "<textarea>",
                    "<plaintext>",
                    "&#x0;",
                    "<html lang=",
                    "<title>",
                    "</title>",
                    "<image>",
                    "<button>",
                    "<form action=x>"
                };
        for (int round = 0; round < 1_000; round++) {
            long seed = Long.getLong("fuzz.seed", System.nanoTime() + round);
            var random = new Random(seed);
            var html = new StringBuilder();
            for (int count = random.nextInt(40); count > 0; count--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            var bytes = html.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(10) == 0) {
                random.nextBytes(bytes);
            }
            try {
                var site =
                        Sites.imported(
                                SiteImporter.importFolder(
                                        Map.of("index.html", bytes, "a.css", bytes)));
                site.pages().forEach(page -> HarmlessPages.check(page.project()));
            } catch (Throwable failed) {
                throw new AssertionError("repeat with -Dfuzz.seed=" + seed + "\n" + html, failed);
            }
        }
    }
}
