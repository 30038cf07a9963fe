package io.jium.platform.web;

import io.jium.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version a writer last saw, from {@code If-Match: "<version>"}. Controllers take it as a
 * parameter; without the header the request is refused with 428.
 */
public record IfMatch(long version) {

    /** The entity tag of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    static IfMatch parse(@Nullable String header) {
        if (header == null) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "precondition_required");
        }
        var tag = header.strip();
        try {
            if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
                return new IfMatch(Long.parseLong(tag.substring(1, tag.length() - 1)));
            }
        } catch (NumberFormatException notOurs) {
            return new IfMatch(Long.MIN_VALUE);
        }
        // A tag that we never gave out matches no version.
        return new IfMatch(Long.MIN_VALUE);
    }
}
