package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.acceptance.installation.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

@InEveryTopology
class ImportingTest {

    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <link rel="stylesheet" href="css/main.css"></head>
            <body><h1>%1$s</h1><a href="index.html">home</a> <a href="more.html#end">more</a>
            <img src="img/dot.svg" alt="a dot"></body></html>
            """;
    private static final String DOT =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                    + "<circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href=\"|src=\"|@import \"|url\\(\\s*[\"']?)([^\"'#)]+)");

    private final Installation jium;

    ImportingTest(Topology topology) {
        this.jium = topology.installation();
    }

    @Test
    void styleSheetsLeadToTheirFilesAndToEachOther() {
        var site = jium.customer().site();
        var files = new LinkedHashMap<String, String>();
        files.put("index.html", PAGE.formatted("First"));
        files.put("more.html", PAGE.formatted("Second"));
        files.put(
                "css/main.css",
                "@import \"parts/base.css\";\n"
                        + "@media print { h1 { color: black } } h1 { background: url(../img/dot.svg) }");
        files.put("css/parts/base.css", "body { background: url('../../img/dot.svg') }");
        files.put("img/dot.svg", DOT);

        var result =
                site.owner()
                        .client()
                        .upload(
                                "/builder/import",
                                Map.of("service_id", Long.toString(site.id())),
                                "site.zip",
                                zip(files))
                        .expect(201);
        assertThat(result.at("pages").size()).isEqualTo(2);
        assertThat(result.at("warnings").toString()).isEqualTo("[]");
        assertThat(site.publish().at("last/status").asString()).isEqualTo("live");

        var visitor = jium.visitor(site.slug());
        var seen = crawl(visitor);
        assertThat(seen).contains("/", "/more").anyMatch(path -> path.endsWith(".css"));
        assertThat(visitor.get("/more").expect(200).text()).contains("<h1>Second</h1>");
    }

    /** Every address of the site that leads from its first page, each of which must answer. */
    private static Set<String> crawl(Client visitor) {
        var seen = new TreeSet<String>();
        var open = new ArrayDeque<String>();
        open.add("/");
        while (!open.isEmpty()) {
            var path = open.remove();
            if (seen.add(path)) {
                var links = ADDRESS.matcher(visitor.get(path).expect(200).text());
                while (links.find()) {
                    var link = URI.create(path).resolve(links.group(1));
                    if (!link.isAbsolute()) {
                        open.add(link.getPath());
                    }
                }
            }
        }
        return seen;
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
