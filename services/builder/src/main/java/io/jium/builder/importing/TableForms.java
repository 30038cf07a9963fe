package io.jium.builder.importing;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Keeps fields with their forms where a form begins between the rows of a table: browsers remember
 * what belonged to it while they read, and printed again it would end before its first field.
 */
final class TableForms {

    private TableForms() {}

    static void mend(Document document) {
        int made = 0;
        for (var element : document.select("form")) {
            if (element instanceof FormElement form) {
                var strays =
                        form.elements().stream()
                                .filter(field -> !field.parents().contains(form))
                                .filter(field -> !field.hasAttr("form"))
                                .toList();
                if (!strays.isEmpty() && form.id().isBlank()) {
                    form.attr("id", freeId(document, ++made));
                }
                for (Element field : strays) {
                    field.attr("form", form.id());
                }
            }
        }
    }

    private static String freeId(Document document, int number) {
        var id = "form-" + number;
        return document.getElementById(id) == null ? id : freeId(document, number + 100);
    }
}
