package io.jium.builder.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jium.builder.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page on the wire.
 *
 * @param slug its address among the pages of its language
 * @param path where visitors see it
 * @param translationGroup the same for all pages that say the same in their languages
 */
record PageView(
        long id,
        long serviceId,
        String title,
        String slug,
        long version,
        boolean isPublished,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        String language,
        String path,
        @Nullable Long translationGroup,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Content content) {

    static PageView of(Page page, @Nullable Content content) {
        return new PageView(
                page.id(),
                page.serviceId(),
                page.title(),
                page.name(),
                page.version(),
                page.isPublished(),
                page.publishedAt(),
                page.updatedAt(),
                page.language(),
                page.path(),
                page.translationGroup(),
                content);
    }

    /**
     * @param stylesheets files that the page is styled by besides the project's own rules
     */
    record Content(
            @JsonRawValue String project, String html, String css, List<String> stylesheets) {}
}
