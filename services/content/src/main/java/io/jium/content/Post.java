package io.jium.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post of a board.
 *
 * @param content sanitised HTML; absent in lists
 * @param excerpt its first words, without markup
 * @param authorId null when the board does not show it
 * @param authorName null when the board does not show it, or nothing was heard of the author yet
 * @param viewCount how often visitors have read it; null when the board does not show it
 * @param version counts its changes from 1
 */
record Post(
        long id,
        long boardId,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String content,
        String excerpt,
        @Nullable Long authorId,
        @Nullable String authorName,
        PostStatus status,
        @Nullable Integer viewCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** What visitors of the board may know of it. */
    Post asShownOn(BoardSettings board) {
        return new Post(
                id,
                boardId,
                title,
                content,
                excerpt,
                board.showsAuthor() ? authorId : null,
                board.showsAuthor() ? authorName : null,
                status,
                board.showsViews() ? viewCount : null,
                version,
                createdAt,
                updatedAt);
    }
}
