package io.jium.builder.importing;

import static io.jium.builder.project.Dropped.Reason.FORBIDDEN_CSS;

import io.jium.builder.project.AddressAttributes;
import io.jium.builder.project.Addresses;
import io.jium.builder.project.SourceSets;
import io.jium.builder.project.css.CssFilter;
import io.jium.builder.project.css.CssNode;
import io.jium.builder.project.css.CssParser;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gives the elements of a page the addresses that lead to the same places after the import. */
final class BodyAddresses {

    private final References references;
    private final Warnings warnings;
    private final String file;
    private final CssFilter css;

    BodyAddresses(References references, Warnings warnings, String file) {
        this.references = references;
        this.warnings = warnings;
        this.file = file;
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
            if (AddressAttributes.isSet(name)) {
                attribute.setValue(SourceSets.map(value, references::changed));
            } else if (AddressAttributes.isAddress(name)) {
                attribute.setValue(references.changed(value));
            } else if (name.equals("style") && value.indexOf('(') >= 0) {
                var parser = new CssParser(css, _ -> warnings.count(FORBIDDEN_CSS.code(), file));
                var kept = parser.declarations(value);
                attribute.setValue(CssNode.print(List.copyOf(kept)));
            }
        }
    }
}
