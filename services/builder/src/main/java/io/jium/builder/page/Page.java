package io.jium.builder.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page without its content.
 *
 * @param slug its address below the site's; {@code index} is the home page
 * @param version counts its saved states from 1
 * @param head what an imported page carries in its head, as JSON
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
        @Nullable String head) {

    /** Slug of the home page. */
    public static final String HOME = "index";

    Page at(long next, Instant now) {
        return new Page(id, serviceId, title, slug, next, isPublished, publishedAt, now, head);
    }
}
