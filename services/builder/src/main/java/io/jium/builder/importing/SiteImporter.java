package io.jium.builder.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Imports static sites. Whatever the bytes are, the answer is a site or a refusal; exceptions are
 * only for storage that cannot be read. A whole site is held in memory: at most {@value
 * Archive#MAX_TOTAL} bytes of an archive, and about as much again while it is worked on.
 */
public final class SiteImporter {

    static final int MAX_PAGES = 100;

    private SiteImporter() {}

    /** A site in a ZIP archive. */
    public static SiteImport importZip(Path archive) {
        return switch (Archive.open(archive)) {
            case Archive.Outcome.Opened(var files, var warnings) -> run(files, warnings);
            case Archive.Outcome.Unfit(var refused) -> refused;
        };
    }

    /** A single page. */
    public static SiteImport importHtml(Path page) throws IOException {
        if (Files.size(page) > Archive.MAX_FILE) {
            return new SiteImport.Refused("page_too_large", "");
        }
        return importHtml(Files.readAllBytes(page), page.getFileName().toString());
    }

    /** A single page, which becomes the home page. */
    public static SiteImport importHtml(byte[] page, String name) {
        var path =
                MediaTypes.isPage(name)
                        ? SitePaths.normal(name).orElse("index.html")
                        : "index.html";
        return importFolder(Map.of(path, page));
    }

    /** A site as its files by their paths. */
    public static SiteImport importFolder(Map<String, byte[]> files) {
        return run(files, List.of());
    }

    private static SiteImport run(Map<String, byte[]> files, List<ImportWarning> unpacking) {
        var site = new Site(files);
        if (site.pages().isEmpty()) {
            return new SiteImport.Refused("no_pages", "");
        }
        if (site.pages().size() > MAX_PAGES) {
            return new SiteImport.Refused("too_many_pages", String.valueOf(MAX_PAGES));
        }
        var warnings = new Warnings();
        unpacking.forEach(
                warning -> warnings.add(warning.code(), warning.detail(), warning.file()));
        var made = new MadeFiles(site);
        var inlineStyles = InlineStyleRules.of(site.styleSheets());
        var pages = new ArrayList<ImportedPage>();
        SiteImport.Refused lastRefusal = new SiteImport.Refused("no_pages", "");
        for (var entry : site.pages().entrySet()) {
            var reading = new PageImport(site, inlineStyles, made, warnings, entry.getKey());
            switch (reading.run(entry.getValue())) {
                case PageImport.Outcome.Read(var page) -> pages.add(page);
                case PageImport.Outcome.Unfit(var refused) -> {
                    warnings.add("page_refused", refused.code(), entry.getKey());
                    lastRefusal = refused;
                }
            }
        }
        if (pages.isEmpty()) {
            return lastRefusal;
        }
        var taken = files(site, made.sharedIds(), warnings);
        taken.addAll(made.files());
        return new SiteImport.Imported(
                new ImportedSite(
                        List.copyOf(withHome(pages)), List.copyOf(taken), warnings.list()));
    }

    /** When the home page itself was refused, the next one takes its place. */
    private static List<ImportedPage> withHome(List<ImportedPage> pages) {
        var first = pages.getFirst();
        if (!first.slug().equals(Slugs.HOME)) {
            pages.set(
                    0,
                    new ImportedPage(
                            first.title(),
                            Slugs.HOME,
                            first.lang(),
                            first.head(),
                            first.bodyEnd(),
                            first.project()));
        }
        return pages;
    }

    private static References references(Site site, String path, Warnings warnings) {
        return new References(site, warnings, path, SitePaths.folder(path), site.hosts());
    }

    private static List<ImportedFile> files(Site site, SharedIds ids, Warnings warnings) {
        var taken = new ArrayList<ImportedFile>();
        site.files()
                .forEach((path, bytes) -> {
                    if (MediaTypes.isPage(path)) {
                        return;
                    }
                    var type = MediaTypes.of(path);
                    if (type.isEmpty()) {
                        warnings.add("file_left_out", path, null);
                    } else if (MediaTypes.isStyleSheet(path)) {
                        var css = Decoding.text(bytes);
                        taken.add(
                                StyleFiles.file(
                                        path,
                                        css,
                                        references(site, path, warnings),
                                        ids,
                                        warnings));
                    } else if (type.get().equals(ScriptFiles.TYPE)) {
                        taken.add(ScriptFiles.file(path, bytes, references(site, path, warnings)));
                    } else {
                        taken.add(new ImportedFile(path, bytes, type.get(), false));
                    }
                });
        return taken;
    }
}
