package io.jium.builder.page;

import io.jium.builder.change.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a page with one version.
 *
 * @param editor who sent it; null for what did not come from an editor
 * @param editId the editor's own name for it
 * @param changes null when the whole project was replaced; empty when only title or address changed
 */
public record PageEvent(
        long version,
        @Nullable Long authorId,
        @Nullable String editor,
        @Nullable String editId,
        Instant savedAt,
        @Nullable List<Change> changes) {}
