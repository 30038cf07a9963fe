package io.jium.builder.importing;

import java.util.Set;
import org.jsoup.nodes.Document;

/** Lets links open where they did, now that no page stands in a frame of another. */
final class Targets {

    private Targets() {}

    static void mend(Document document, Set<String> frameNames) {
        var base = document.selectFirst("base[target]");
        if (base != null) {
            document.select("a[href]:not([target]), area[href]:not([target]), form:not([target])")
                    .attr("target", base.attr("target"));
        }
        for (var element : document.select("[target]")) {
            var target = element.attr("target").strip();
            boolean frame =
                    target.equalsIgnoreCase("_top")
                            || target.equalsIgnoreCase("_parent")
                            || target.equalsIgnoreCase("_self")
                            || frameNames.contains(target);
            if (frame) {
                element.removeAttr("target");
            }
        }
    }
}
