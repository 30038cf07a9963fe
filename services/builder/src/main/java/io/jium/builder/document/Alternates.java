package io.jium.builder.document;

import io.jium.builder.language.Translations;
import io.jium.builder.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** What search engines are told of the languages of a page. */
final class Alternates {

    /** For those who speak none of the languages. */
    private static final String EVERYBODY_ELSE = "x-default";

    private Alternates() {}

    /** The page in each language by its {@code hreflang}; none when there is but one. */
    static Map<String, Page> of(Page page, Translations translations) {
        var all = translations.of(page);
        var found = new LinkedHashMap<String, Page>();
        if (all.size() > 1) {
            all.forEach(one -> found.put(one.language(), one));
            found.put(EVERYBODY_ELSE, all.getFirst());
        }
        return found;
    }
}
