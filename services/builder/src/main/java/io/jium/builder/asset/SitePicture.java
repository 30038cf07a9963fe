package io.jium.builder.asset;

import java.util.List;

/**
 * A picture of a site, as pages print it.
 *
 * @param alt what it shows, in words; may be empty
 * @param variants the same smaller, as WebP; by width, the smallest first
 */
public record SitePicture(
        String sha256,
        String url,
        int width,
        int height,
        String alt,
        FocalPoint focalPoint,
        List<Variant> variants) {

    public record Variant(String url, int width, int height, long bytes) {}
}
