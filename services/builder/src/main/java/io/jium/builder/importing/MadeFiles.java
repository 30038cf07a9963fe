package io.jium.builder.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Files that come from inside pages: scripts and style sheets that were written into them. Equal
 * ones are one file.
 */
final class MadeFiles {

    private final Site site;
    private final Map<String, String> pathByContent = new HashMap<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private final SharedIds ids = new SharedIds();
    private int last;

    MadeFiles(Site site) {
        this.site = site;
    }

    /** The path of a file with this script. */
    String script(String text, References references) {
        var here = ScriptFiles.text(text, references);
        return pathByContent.computeIfAbsent(
                "js:" + here,
                _ -> {
                    var path = free("scripts/inline-", ".js");
                    var bytes = here.getBytes(StandardCharsets.UTF_8);
                    files.add(new ImportedFile(path, bytes, ScriptFiles.TYPE, false));
                    return path;
                });
    }

    /** The path of a file with this style sheet. */
    String styles(String css, References references, Warnings warnings) {
        // Addresses in it start from the page, so equal text in another folder may be another
        // sheet.
        var file = StyleFiles.file("styles/inline.css", css, references, ids, warnings);
        var content = new String(file.bytes(), StandardCharsets.UTF_8);
        return pathByContent.computeIfAbsent(
                "css:" + content,
                _ -> {
                    var path = free("styles/inline-", ".css");
                    files.add(
                            new ImportedFile(
                                    path, file.bytes(), file.mediaType(), file.refersToFiles()));
                    return path;
                });
    }

    /** The path of the file with what pages of the past, or without a look of their own, need. */
    String quirks(Quirks quirks) {
        return pathByContent.computeIfAbsent(
                "css:" + quirks.css(),
                _ -> {
                    var usual = "styles/page-" + quirks.name().toLowerCase(Locale.ROOT) + ".css";
                    var path = site.find(usual).isEmpty() ? usual : free("styles/page-", ".css");
                    var bytes = quirks.css().getBytes(StandardCharsets.UTF_8);
                    files.add(new ImportedFile(path, bytes, "text/css", false));
                    return path;
                });
    }

    /** The ids that are given more than once on pages read so far. */
    SharedIds sharedIds() {
        return ids;
    }

    List<ImportedFile> files() {
        return files;
    }

    private String free(String start, String end) {
        while (true) {
            var path = start + ++last + end;
            if (site.find(path).isEmpty()) {
                return path;
            }
        }
    }
}
