package io.jium.builder.page;

import io.jium.platform.problem.InvalidFields;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The address of a page below its site: 1..80 of {@code a-z 0-9 -} and Hangul syllables. */
public final class PageSlug {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9가-힣](?:[a-z0-9가-힣-]{0,78}[a-z0-9가-힣])?");
    private static final Set<String> RESERVED =
            Set.of(
                    "404", "503", "assets", "files", "sitemap", "robots", "favicon", "api", "admin",
                    "jium", "_jium");

    private PageSlug() {}

    /** Hangul in its composed form, as people type it on every system. */
    public static String normalised(String slug) {
        return Normalizer.normalize(slug, Normalizer.Form.NFC);
    }

    /** The same as it is kept. Refuses with 422 what cannot be used. */
    public static String checked(String slug) {
        var kept = normalised(slug);
        refusal(kept)
                .ifPresent(code -> {
                    throw InvalidFields.of("slug", code);
                });
        return kept;
    }

    /** A similar one: {@code about-2}. */
    public static String numbered(String slug, int number) {
        var end = "-" + number;
        var longest = slug.indexOf('/') + 1 + 80 - end.length();
        return slug.substring(0, Math.min(slug.length(), longest)) + end;
    }

    /** Why it cannot be used: {@code invalid} or {@code reserved}; empty when it can. */
    public static Optional<String> refusal(String slug) {
        if (!FORM.matcher(slug).matches()) {
            return Optional.of("invalid");
        }
        return RESERVED.contains(slug) ? Optional.of("reserved") : Optional.empty();
    }
}
