package io.jium.edge;

import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the benchmark made for nginx into releases, byte for byte: {@code FillSites WWW SITES}
 * publishes {@code WWW/<name>/page[.gz|.br]} as {@code http://<name>.localhost/page}.
 */
final class FillSites {

    private FillSites() {}

    public static void main(String[] args) throws Exception {
        var writer = new SiteWriter(Path.of(args[1]));
        long serviceId = 900_000;
        try (var sites = Files.list(Path.of(args[0]))) {
            for (var site : sites.sorted().toList()) {
                serviceId++;
                var page = Files.readAllBytes(site.resolve("page"));
                var file =
                        new ReleaseFile(
                                writer.blob(page),
                                page.length,
                                "text/html",
                                variant(writer, site.resolve("page.gz")),
                                variant(writer, site.resolve("page.br")),
                                ReleaseFile.REVALIDATE,
                                null);
                writer.release(serviceId, 1)
                        .file("page.html", file)
                        .publish(site.getFileName() + ".localhost");
            }
        }
    }

    private static @Nullable Variant variant(SiteWriter writer, Path path) throws Exception {
        if (!Files.exists(path)) {
            return null;
        }
        var content = Files.readAllBytes(path);
        return new Variant(writer.blob(content), content.length);
    }
}
