package io.jium.platform.web;

import io.jium.platform.problem.InvalidFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, by keyset: at most {@code limit} rows with an id beyond {@code
 * after}. Controllers take it as a parameter.
 *
 * @param limit 1..100
 * @param after the last id of the page before, or null for the first page
 */
public record Paging(int limit, @Nullable Long after) {

    private static final int STANDARD = 20;
    private static final int MOST = 100;

    /** How many rows to read so that {@link Listing#of} sees whether there are more. */
    public int rows() {
        return limit + 1;
    }

    /** Where to go on in a list of ascending ids. */
    public long above() {
        return after == null ? 0 : after;
    }

    /** Where to go on in a list of descending ids. */
    public long below() {
        return after == null ? Long.MAX_VALUE : after;
    }

    static Paging parse(@Nullable String limit, @Nullable String cursor) {
        return new Paging(
                limit == null ? STANDARD : limit(limit), cursor == null ? null : id(cursor));
    }

    static String cursor(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id).getBytes(StandardCharsets.UTF_8));
    }

    private static int limit(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw InvalidFields.of("limit", "range", 1, MOST);
        }
        throw InvalidFields.of("limit", "range", 1, MOST);
    }

    private static Long id(String cursor) {
        try {
            return Long.valueOf(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw InvalidFields.of("cursor", "invalid");
        }
    }
}
