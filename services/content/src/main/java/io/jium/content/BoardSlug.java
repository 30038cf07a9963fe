package io.jium.content;

import io.jium.platform.problem.InvalidFields;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The address of a board on its site: 1..80 of {@code a-z 0-9 -} and Hangul syllables. */
final class BoardSlug {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9가-힣](?:[a-z0-9가-힣-]{0,78}[a-z0-9가-힣])?");

    private BoardSlug() {}

    /** Hangul in its composed form, as people type it on every system; refuses what is no slug. */
    static String checked(String given) {
        var slug = Normalizer.normalize(given, Normalizer.Form.NFC);
        if (!FORM.matcher(slug).matches()) {
            throw InvalidFields.of("slug", "invalid");
        }
        return slug;
    }
}
