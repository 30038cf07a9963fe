package io.jium.builder.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a site.
 *
 * @param width in pixels, for pictures whose size could be read
 * @param alt what a picture shows, in words; may be empty
 * @param sitePath where an imported file stood on its site; null for uploads
 */
public record Asset(
        long id,
        long serviceId,
        String name,
        String sha256,
        String mediaType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        String alt,
        FocalPoint focalPoint,
        @Nullable String sitePath,
        Instant createdAt) {

    /** The address at which editors and previews find it, and by which pages refer to it. */
    public String url() {
        return FileAddress.of(sha256, name);
    }
}
