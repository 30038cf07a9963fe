package io.jium.contracts.release;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything one release serves.
 *
 * @param files by URL path: no leading slash, decoded, UTF-8 in NFC ({@code about.html} answers
 *     {@code /about}, {@code 404.html} every path that leads nowhere)
 * @param redirects from a path of the same form to {@code /a/path} or an http(s) address
 * @param temporary those of the redirects that are not for ever; absent when all are
 */
public record ReleaseManifest(
        int format,
        long serviceId,
        long releaseId,
        Instant createdAt,
        Map<String, ReleaseFile> files,
        Map<String, String> redirects,
        @Nullable Set<String> temporary) {

    /** The format this code writes and the only one it reads. */
    public static final int FORMAT = 1;
}
