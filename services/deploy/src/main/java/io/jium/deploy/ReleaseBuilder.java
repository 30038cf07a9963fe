package io.jium.deploy;

import io.jium.contracts.builder.Sites.RenderedSite;
import io.jium.contracts.builder.Sites.SiteFile;
import io.jium.contracts.release.ReleaseFile;
import io.jium.deploy.Releases.Size;
import io.jium.platform.storage.Blobs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes the files of a release from a rendered site: pages, their files, sitemap, robots, 404. */
@Component
class ReleaseBuilder {

    /** Names that carry a content hash never change their bytes. */
    private static final Pattern FINGERPRINTED =
            Pattern.compile("assets/.+-[0-9a-f]{8,}(\\.[a-z0-9]+)?");

    private static final String NOT_FOUND = "404.html";

    private final Blobs blobs;
    private final Compression compression;

    ReleaseBuilder(Blobs blobs, Compression compression) {
        this.blobs = blobs;
        this.compression = compression;
    }

    /**
     * @param redirects by path without its leading slash, as in the manifest
     * @param temporary those of them that are not for ever
     */
    record Built(
            Map<String, ReleaseFile> files,
            Map<String, String> redirects,
            Set<String> temporary,
            Size size) {}

    /**
     * @param progress hears 0..100
     */
    Built build(RenderedSite site, String baseUrl, IntConsumer progress) throws IOException {
        var files = new TreeMap<String, ReleaseFile>();
        var steps = site.pages().size() + site.files().size() + 1;
        var done = 0;
        for (var file : site.files()) {
            files.put(file.path(), existing(file));
            progress.accept(++done * 100 / steps);
        }
        for (var page : site.pages()) {
            files.put(page.path(), text(page.html(), "text/html"));
            progress.accept(++done * 100 / steps);
        }
        files.putIfAbsent("sitemap.xml", text(sitemap(site, baseUrl), "application/xml"));
        files.putIfAbsent("robots.txt", text(robots(baseUrl), "text/plain"));
        if (!files.containsKey(NOT_FOUND)) {
            files.put(NOT_FOUND, text(NotFoundPage.html(site.language()), "text/html"));
        }
        var bytes = files.values().stream().mapToLong(ReleaseFile::bytes).sum();
        var redirects = new LinkedHashMap<String, String>();
        var temporary = new LinkedHashSet<String>();
        for (var redirect : site.redirects()) {
            var from = redirect.from().substring(1);
            redirects.put(from, redirect.to());
            if (!redirect.permanent()) {
                temporary.add(from);
            }
        }
        return new Built(
                files, redirects, temporary, new Size(site.pages().size(), files.size(), bytes));
    }

    private ReleaseFile text(String content, String mediaType) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var blob = blobs.put(bytes);
        var forms = compression.of(blob.sha256(), mediaType, () -> bytes);
        return new ReleaseFile(
                blob.sha256(),
                blob.bytes(),
                mediaType,
                forms.gzip(),
                forms.brotli(),
                ReleaseFile.REVALIDATE,
                null);
    }

    private ReleaseFile existing(SiteFile file) throws IOException {
        var bytes =
                blobs.file(file.sha256())
                        .orElseThrow(() ->
                                new FileNotFoundException(
                                        "%s (%s)".formatted(file.path(), file.sha256())));
        var forms =
                compression.of(file.sha256(), file.mediaType(), () -> Files.readAllBytes(bytes));
        var cache =
                FINGERPRINTED.matcher(file.path()).matches()
                        ? ReleaseFile.IMMUTABLE
                        : ReleaseFile.REVALIDATE;
        return new ReleaseFile(
                file.sha256(),
                file.bytes(),
                file.mediaType(),
                forms.gzip(),
                forms.brotli(),
                cache,
                null);
    }

    private static String sitemap(RenderedSite site, String baseUrl) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
                .append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (var page : site.pages()) {
            if (page.indexed()) {
                xml.append("  <url><loc>").append(address(page.path(), baseUrl)).append("</loc>");
                for (var other : page.alternates()) {
                    xml.append("\n    <xhtml:link rel=\"alternate\" hreflang=\"")
                            .append(other.hreflang())
                            .append("\" href=\"")
                            .append(address(other.path(), baseUrl))
                            .append("\"/>");
                }
                xml.append(page.alternates().isEmpty() ? "" : "\n  ").append("</url>\n");
            }
        }
        return xml.append("</urlset>\n").toString();
    }

    /**
     * Percent-encoded as the sitemap protocol wants it; no other character of a path needs escaping
     * in XML.
     */
    private static String address(String file, String baseUrl) {
        var path = "/" + file.replaceFirst("((^|(?<=/))index)?\\.html$", "");
        try {
            return baseUrl + new URI(null, null, path, null).toASCIIString().replace("&", "&amp;");
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }

    private static String robots(String baseUrl) {
        return "User-agent: *\nAllow: /\n\nSitemap: %s/sitemap.xml\n".formatted(baseUrl);
    }
}
