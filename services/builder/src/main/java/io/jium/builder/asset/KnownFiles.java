package io.jium.builder.asset;

import io.jium.builder.picture.PictureFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every file that an address can lead to: assets, and the variants of pictures. */
@Component
public class KnownFiles {

    private final Assets assets;
    private final Pictures pictures;

    KnownFiles(Assets assets, Pictures pictures) {
        this.assets = assets;
        this.pictures = pictures;
    }

    public record KnownFile(String sha256, String name, String mediaType, long bytes) {}

    /**
     * @param name as the address has it; variants have no other
     */
    public Optional<KnownFile> withBytes(String sha256, String name) {
        return assets.withBytes(sha256)
                .map(asset -> new KnownFile(sha256, asset.name(), asset.mediaType(), asset.bytes()))
                .or(() ->
                        pictures.variantBytes(sha256)
                                .map(bytes ->
                                        new KnownFile(
                                                sha256,
                                                name,
                                                PictureFormat.WEBP.mediaType(),
                                                bytes)));
    }
}
