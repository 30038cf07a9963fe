package io.jium.builder.importing;

import io.jium.builder.render.PageRenderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Short ways to imported sites. */
final class Sites {

    private Sites() {}

    static ImportedSite imported(Path archive) {
        return imported(SiteImporter.importZip(archive));
    }

    /**
     * @param namesAndTexts of files, in turn
     */
    static ImportedSite imported(String... namesAndTexts) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int index = 0; index < namesAndTexts.length; index += 2) {
            files.put(
                    namesAndTexts[index],
                    namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
        }
        return imported(SiteImporter.importFolder(files));
    }

    static ImportedSite imported(SiteImport outcome) {
        return switch (outcome) {
            case SiteImport.Imported(var site) -> site;
            case SiteImport.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** What the page says itself, without the sheet pages of the past need: most here are such. */
    static List<HeadElement> head(ImportedPage page) {
        return page.head().stream()
                .filter(element ->
                        !element.attributes()
                                .getOrDefault("href", "")
                                .startsWith("site-file:styles/page-"))
                .toList();
    }

    /** What the site had itself. */
    static List<ImportedFile> files(ImportedSite site) {
        return site.files().stream()
                .filter(file -> !file.path().startsWith("styles/page-"))
                .toList();
    }

    static String body(ImportedPage page) {
        return PageRenderer.render(page.project()).body();
    }

    static String css(ImportedPage page) {
        return PageRenderer.render(page.project()).css();
    }

    static String text(ImportedSite site, String path) {
        return site.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
