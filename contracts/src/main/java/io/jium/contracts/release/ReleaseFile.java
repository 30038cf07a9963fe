package io.jium.contracts.release;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of a release.
 *
 * @param sha256 lower-case hex of the identity bytes, and the blob's name
 * @param mediaType without a charset for text, which is always UTF-8
 * @param cache {@link #IMMUTABLE} for names that carry a content hash, else {@link #REVALIDATE}
 * @param headers further answer headers, for example a content security policy
 */
public record ReleaseFile(
        String sha256,
        long bytes,
        String mediaType,
        @Nullable Variant gzip,
        @Nullable Variant brotli,
        String cache,
        @Nullable Map<String, String> headers) {

    public static final String IMMUTABLE = "immutable";
    public static final String REVALIDATE = "revalidate";
}
