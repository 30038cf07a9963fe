package io.jium.builder.importing;

import static io.jium.builder.project.Dropped.Reason.UNKNOWN_FRAME_HOST;

import io.jium.builder.project.Addresses;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the site in a frame of another becomes a link to it: frames show known hosts alone. */
final class OwnFrames {

    private OwnFrames() {}

    static void mend(Document document, Warnings warnings, String file) {
        for (var frame : document.body().select("iframe[src]")) {
            var address = frame.attr("src");
            boolean own =
                    address.startsWith("/")
                            && !address.startsWith("//")
                            && !address.startsWith(Addresses.PLACEHOLDER);
            if (own) {
                warnings.count(UNKNOWN_FRAME_HOST.code(), file);
                var title =
                        frame.attr("title").isBlank() ? frame.attr("name") : frame.attr("title");
                frame.replaceWith(
                        new Element("a")
                                .attr("href", address)
                                .text(title.isBlank() ? address : title));
            }
        }
    }
}
