package io.jium.builder.importing;

import io.jium.builder.project.Addresses;
import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssNode;
import io.jium.builder.project.css.CssParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes style sheets over: every rule a browser of today obeys, in its place, with the addresses it
 * will need. What is left out (scripts of old browsers, hacks for them) is counted.
 */
final class StyleFiles {

    private StyleFiles() {}

    static ImportedFile file(
            String path, String css, References references, SharedIds ids, Warnings warnings) {
        var filter = new CssFilter(address -> Addresses.inCss(references.changed(address)));
        var parser = CssParser.ofFiles(filter, _ -> warnings.count("css_left_out", path));
        var text = CssNode.print(ids.meant(parser.stylesheet(css)));
        boolean refers = text.contains(Addresses.PLACEHOLDER);
        return new ImportedFile(path, text.getBytes(StandardCharsets.UTF_8), "text/css", refers);
    }

    /** The rules of a style element. */
    static List<CssNode> rules(String css, References references, SharedIds ids, Runnable leftOut) {
        var filter = new CssFilter(address -> Addresses.inCss(references.changed(address)));
        return ids.meant(CssParser.ofFiles(filter, _ -> leftOut.run()).stylesheet(css));
    }
}
