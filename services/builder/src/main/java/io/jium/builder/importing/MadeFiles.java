package io.jium.builder.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that come from inside pages: scripts and style sheets that were written into them. Equal
 * ones are one file.
 */
final class MadeFiles {

    private final Site site;
    private final Map<String, String> pathByContent = new HashMap<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private int last;

    MadeFiles(Site site) {
        this.site = site;
    }

    /** The path of a file with this script. */
    String script(String text) {
        return pathByContent.computeIfAbsent(
                "js:" + text,
                _ -> {
                    var path = free("scripts/inline-", ".js");
                    files.add(
                            new ImportedFile(
                                    path,
                                    text.getBytes(StandardCharsets.UTF_8),
                                    "text/javascript",
                                    false));
                    return path;
                });
    }

    /** The path of a file with this style sheet. */
    String styles(String css, References references, Warnings warnings) {
        // Addresses in it start from the page, so equal text in another folder may be another
        // sheet.
        var file = StyleFiles.file("styles/inline.css", css, references, warnings);
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
