package io.jium.platform.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One page of a list on the wire: {@code {"data": [...], "next_cursor": "…"|null}}. */
public record Listing<T>(List<T> data, @Nullable String nextCursor) {

    /** A list that fits in one page. */
    public static <T> Listing<T> whole(List<T> data) {
        return new Listing<>(data, null);
    }

    /**
     * Cuts rows that were read with {@link Paging#rows()}; the cursor is the id of the last one
     * shown.
     *
     * @param rows one more than the limit when there is a next page
     */
    public static <T> Listing<T> of(List<T> rows, Paging paging, ToLongFunction<T> id) {
        if (rows.size() <= paging.limit()) {
            return whole(rows);
        }
        var shown = rows.subList(0, paging.limit());
        return new Listing<>(shown, Paging.cursor(id.applyAsLong(shown.getLast())));
    }

    /** The same page of other things. */
    public <R> Listing<R> map(Function<T, R> function) {
        return new Listing<>(data.stream().map(function).toList(), nextCursor);
    }
}
