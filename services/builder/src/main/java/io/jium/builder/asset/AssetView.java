package io.jium.builder.asset;

import io.jium.builder.asset.FindingUse.UsingPage;
import io.jium.builder.asset.SitePicture.Variant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a site as its owner sees it.
 *
 * @param variants of a picture, as WebP, the smallest first; empty until they are made
 */
record AssetView(
        long id,
        long serviceId,
        String name,
        String url,
        String mediaType,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        String alt,
        FocalPoint focalPoint,
        List<Variant> variants,
        Instant createdAt) {

    static AssetView of(Asset asset, List<Variant> variants) {
        return new AssetView(
                asset.id(),
                asset.serviceId(),
                asset.name(),
                asset.url(),
                asset.mediaType(),
                asset.bytes(),
                asset.width(),
                asset.height(),
                asset.alt(),
                asset.focalPoint(),
                variants,
                asset.createdAt());
    }

    /**
     * A file and where it is used.
     *
     * @param usedInSettings whether it is the site's icon, or its own code names it
     */
    record Detail(AssetView asset, List<UsingPage> usedBy, boolean usedInSettings) {}
}
