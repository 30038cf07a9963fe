package io.jium.builder.importing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes scripts over: as they are, but in UTF-8 like the pages around them, and with the addresses
 * of files and pages of the site that stand between quotation marks leading there from wherever the
 * script is run.
 */
final class ScriptFiles {

    static final String TYPE = "text/javascript";

    private static final Pattern QUOTED =
            Pattern.compile("(?<=[\"'`])[^\"'`\\\\\\s()<>{};,|*+]{3,300}(?=\\\\?[\"'`])");

    private ScriptFiles() {}

    static ImportedFile file(String path, byte[] bytes, References references) {
        var text = text(Decoding.text(bytes), references);
        return new ImportedFile(path, text.getBytes(StandardCharsets.UTF_8), TYPE, false);
    }

    static String text(String script, References references) {
        return QUOTED.matcher(script)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                references.forScripts(match.group()).orElse(match.group())));
    }
}
