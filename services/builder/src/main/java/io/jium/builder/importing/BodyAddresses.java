package io.jium.builder.importing;

import io.jium.builder.project.Addresses;
import io.jium.builder.project.SourceSets;
import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssNode;
import io.jium.builder.project.css.CssParser;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gives the elements of a page the addresses that lead to the same places after the import. */
final class BodyAddresses {

    private static final Set<String> NAMES =
            Set.of(
                    "href",
                    "xlink:href",
                    "src",
                    "poster",
                    "background",
                    "action",
                    "formaction",
                    "data-src",
                    "data-background",
                    "data-bg",
                    "data-image",
                    "data-original",
                    "data-href",
                    "data-image-src",
                    "data-bg-src",
                    "data-lazy");
    private static final Set<String> SETS = Set.of("srcset", "data-srcset");

    private final References references;
    private final CssFilter css;

    BodyAddresses(References references) {
        this.references = references;
        this.css = new CssFilter(address -> Addresses.inCss(references.changed(address)));
    }

    void change(Document document) {
        document.body().getAllElements().forEach(this::change);
    }

    private void change(Element element) {
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            var value = attribute.getValue();
            if (value.isBlank()) {
                continue;
            }
            if (SETS.contains(name)) {
                attribute.setValue(SourceSets.map(value, references::changed));
            } else if (NAMES.contains(name)) {
                attribute.setValue(references.changed(value));
            } else if (name.equals("style") && value.indexOf('(') >= 0) {
                // What is refused here is refused, and told, when the project is read.
                var kept = new CssParser(css, _ -> {}).declarations(value);
                attribute.setValue(CssNode.print(List.copyOf(kept)));
            }
        }
    }
}
