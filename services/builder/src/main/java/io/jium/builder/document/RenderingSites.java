package io.jium.builder.document;

import io.jium.builder.asset.Asset;
import io.jium.builder.asset.Assets;
import io.jium.builder.asset.FileAddress;
import io.jium.builder.asset.KnownFiles;
import io.jium.builder.asset.MakingVariants;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.language.Translations;
import io.jium.builder.menu.Menus;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages;
import io.jium.builder.redirect.Redirects;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.builder.site.SiteSettings;
import io.jium.contracts.builder.Sites.Alternate;
import io.jium.contracts.builder.Sites.RenderedPage;
import io.jium.contracts.builder.Sites.RenderedRedirect;
import io.jium.contracts.builder.Sites.RenderedSite;
import io.jium.contracts.builder.Sites.SiteFile;
import io.jium.platform.storage.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Renders a site as a whole: documents, and every file that they refer to under a name that carries
 * its hash.
 */
@Component
public class RenderingSites {

    private static final String CSS = "text/css";

    /** For pictures that were uploaded a moment ago; what is not ready then comes next time. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Where the edge looks for the page of addresses that lead nowhere. */
    private static final String NOT_FOUND = "404.html";

    private final Pages pages;
    private final Assets assets;
    private final KnownFiles knownFiles;
    private final MakingVariants variants;
    private final SiteSettings settings;
    private final Redirects redirects;
    private final Menus menus;
    private final LanguagesOfSites languages;
    private final Documents documents;
    private final Blobs blobs;

    RenderingSites(
            Pages pages,
            Assets assets,
            KnownFiles knownFiles,
            MakingVariants variants,
            SiteSettings settings,
            Redirects redirects,
            Menus menus,
            LanguagesOfSites languages,
            Documents documents,
            Blobs blobs) {
        this.pages = pages;
        this.assets = assets;
        this.knownFiles = knownFiles;
        this.variants = variants;
        this.settings = settings;
        this.redirects = redirects;
        this.menus = menus;
        this.languages = languages;
        this.documents = documents;
        this.blobs = blobs;
    }

    /**
     * @param baseUrl of the published site: scheme and host, no trailing slash
     */
    public RenderedSite render(Site site, String baseUrl) {
        variants.await(site.serviceId(), LONGEST_WAIT);
        var files = new SiteFiles();
        var rendered = new ArrayList<RenderedPage>();
        var own = settings.of(site.serviceId());
        var design = documents.design(site);
        var menu = menus.printed(site.serviceId());
        var all = pages.all(site.serviceId());
        var shown =
                all.stream()
                        .filter(page -> !Long.valueOf(page.id()).equals(own.notFoundPageId()))
                        .toList();
        var translations = Translations.among(shown, languages.of(site));
        for (var page : all) {
            var isNotFound = Long.valueOf(page.id()).equals(own.notFoundPageId());
            var content =
                    isNotFound
                            ? documents.renderedAnywhere(page, menu, translations)
                            : documents.rendered(page, menu, translations);
            var style = content.css().isBlank() ? "" : styleSheet(content.css(), files);
            var html =
                    documents.document(
                            page, site, own, content, translations, baseUrl, style + design);
            rendered.add(
                    new RenderedPage(
                            page.id(),
                            isNotFound ? NOT_FOUND : page.slug() + ".html",
                            files.rewritten(html),
                            !isNotFound,
                            page.version(),
                            alternates(page, translations)));
        }
        for (var placed : assets.placed(site.serviceId())) {
            files.place(placed);
        }
        if (files.needsFavicon(rendered)) {
            files.add("favicon.svg", Favicon.svg(site.name()), "image/svg+xml");
        }
        return new RenderedSite(site.locale(), rendered, files.all(), redirects(site.serviceId()));
    }

    private List<RenderedRedirect> redirects(long serviceId) {
        return redirects.of(serviceId).stream()
                .map(is -> new RenderedRedirect(is.from(), is.to(), is.permanent()))
                .toList();
    }

    private static List<Alternate> alternates(Page page, Translations translations) {
        return Alternates.of(page, translations).entrySet().stream()
                .map(one -> new Alternate(one.getKey(), one.getValue().slug() + ".html"))
                .toList();
    }

    /** Pages of one template share their style sheet, so it is a file that browsers keep. */
    private String styleSheet(String css, SiteFiles files) {
        var path = files.addHashed("style.css", files.rewritten(css), CSS);
        return "<link rel=\"stylesheet\" href=\"/" + path + "\">\n";
    }

    /** The files met while rendering, by their published path. */
    private final class SiteFiles {

        /** What nobody has: the reference stays broken, but points to the site, not the console. */
        private static final String MISSING = "assets/missing";

        private final Map<String, SiteFile> byPath = new LinkedHashMap<>();
        private final Map<String, String> known = new HashMap<>();

        List<SiteFile> all() {
            return List.copyOf(byPath.values());
        }

        /** The text with every file's address replaced by its published one. */
        String rewritten(String text) {
            return FileAddress.replaceAll(text, address -> "/" + published(address));
        }

        private String published(String address) {
            var path = known.get(address);
            if (path == null) {
                // A style sheet's own files are met while it is published; one that leads back to
                // itself cannot have its own hash in its text.
                known.put(address, MISSING);
                path = publish(address);
                known.put(address, path);
            }
            return path;
        }

        private String publish(String address) {
            var match = FileAddress.PATTERN.matcher(address);
            if (!match.matches()) {
                throw new IllegalArgumentException(address);
            }
            var name = URLDecoder.decode(match.group(2), StandardCharsets.UTF_8);
            var known = knownFiles.withBytes(match.group(1), name);
            if (known.isEmpty()) {
                return MISSING;
            }
            var file = known.get();
            if (file.mediaType().equals(CSS)) {
                return addHashed(file.name(), publishedText(file.sha256()), CSS);
            }
            var path = FileAddress.published(file.sha256(), file.name());
            byPath.put(path, new SiteFile(path, file.sha256(), file.bytes(), file.mediaType()));
            return path;
        }

        /**
         * Files of an imported site stay at their old place too: its scripts may ask for them
         * there.
         */
        void place(Asset asset) {
            var path = String.valueOf(asset.sitePath());
            if (asset.mediaType().equals(CSS)) {
                add(path, publishedText(asset.sha256()), CSS);
            } else {
                byPath.putIfAbsent(
                        path, new SiteFile(path, asset.sha256(), asset.bytes(), asset.mediaType()));
            }
        }

        private String publishedText(String sha256) {
            try {
                var text =
                        Files.readString(blobs.file(sha256).orElseThrow(), StandardCharsets.UTF_8);
                return rewritten(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(sha256 + " cannot be read", unreadable);
            }
        }

        boolean needsFavicon(List<RenderedPage> rendered) {
            return !byPath.containsKey("favicon.svg")
                    && rendered.stream()
                            .anyMatch(page -> page.html().contains("href=\"/favicon.svg\""));
        }

        String addHashed(String name, String text, String mediaType) {
            var blob = put(text);
            var path = FileAddress.published(blob.sha256(), name);
            byPath.put(path, new SiteFile(path, blob.sha256(), blob.bytes(), mediaType));
            return path;
        }

        void add(String path, String text, String mediaType) {
            var blob = put(text);
            byPath.putIfAbsent(path, new SiteFile(path, blob.sha256(), blob.bytes(), mediaType));
        }

        private Blobs.Blob put(String text) {
            try {
                return blobs.put(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException full) {
                throw new UncheckedIOException("A file of the site cannot be kept", full);
            }
        }
    }
}
