package io.jium.builder.page;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page without its content.
 *
 * @param slug its address below the site's; {@code index} is the home page. One that is not in the
 *     site's main language has its language before it: {@code en/menu}
 * @param version counts its saved states from 1
 * @param head what an imported page carries in its head, as JSON
 * @param language as BCP 47 has it
 * @param translationGroup the same for all pages that say the same; null for one that stands alone
 */
public record Page(
        long id,
        long serviceId,
        String title,
        String slug,
        long version,
        boolean isPublished,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        @Nullable String head,
        String language,
        @Nullable Long translationGroup) {

    /** Slug of the home page. */
    public static final String HOME = "index";

    /** Its address among the pages of its language. */
    public String name() {
        return slug.substring(slug.indexOf('/') + 1);
    }

    /** Whether it is the first page of its language. */
    public boolean isHome() {
        return name().equals(HOME);
    }

    /** Where visitors see it: {@code /}, {@code /menu}, {@code /en/menu}. Not percent-encoded. */
    public String path() {
        return path(slug);
    }

    /** The same of a page's address. */
    public static String path(String slug) {
        return "/" + slug.replaceFirst("(^|(?<=/))index$", "");
    }

    /**
     * @param main language of the site
     */
    static String language(String slug, String main) {
        var end = slug.indexOf('/');
        return end < 0 ? main : Locale.forLanguageTag(slug.substring(0, end)).toLanguageTag();
    }

    Page at(long next, Instant now) {
        return new Page(
                id,
                serviceId,
                title,
                slug,
                next,
                isPublished,
                publishedAt,
                now,
                head,
                language,
                translationGroup);
    }
}
