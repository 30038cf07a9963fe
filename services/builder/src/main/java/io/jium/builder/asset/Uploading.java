package io.jium.builder.asset;

import io.jium.builder.picture.Picture;
import io.jium.builder.picture.PictureFormat;
import io.jium.builder.picture.PictureRefused;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.storage.Blobs;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes files of owners. Of a picture nothing is kept but the picture, made ready; what it was when
 * it was sent is forgotten but for its hash. Its variants follow.
 */
@Component
class Uploading {

    private final Assets assets;
    private final KeepingFiles keeping;
    private final PictureWork work;
    private final MakingVariants variants;
    private final Blobs blobs;

    Uploading(
            Assets assets,
            KeepingFiles keeping,
            PictureWork work,
            MakingVariants variants,
            Blobs blobs) {
        this.assets = assets;
        this.keeping = keeping;
        this.work = work;
        this.variants = variants;
        this.blobs = blobs;
    }

    /** Adds a file to a site that was checked to be the caller's. */
    Asset upload(long serviceId, MultipartFile file) throws IOException {
        var name = KeepingFiles.tidy(file.getOriginalFilename());
        var type = type(file, name);
        var format = PictureFormat.of(type);
        if (format.isEmpty()) {
            refuseTalkative(file, type);
            try (var bytes = file.getInputStream()) {
                return assets.add(serviceId, keeping.asItIs(bytes, name, type));
            }
        }
        var sha256 = sha256(file);
        var known = assets.uploaded(serviceId, sha256);
        if (known.isPresent()) {
            return known.get();
        }
        var picture = work.done(() -> Picture.ofUpload(bytes(file), format.get()));
        return add(serviceId, keeping.picture(picture, name, sha256));
    }

    /** Adds a part of a picture as another picture. */
    Asset cut(Asset whole, Rectangle part) throws IOException {
        var format = PictureFormat.of(whole.mediaType()).orElseThrow(KeepingFiles::unsupported);
        if (whole.width() == null || whole.height() == null) {
            throw PictureRefused.damaged();
        }
        refuseBeyond("x", part.x, 0, whole.width() - 1);
        refuseBeyond("y", part.y, 0, whole.height() - 1);
        refuseBeyond("width", part.width, 1, whole.width() - part.x);
        refuseBeyond("height", part.height, 1, whole.height() - part.y);
        var file = blobs.file(whole.sha256()).orElseThrow();
        var picture =
                work.done(() -> {
                    try {
                        return Picture.cut(Files.readAllBytes(file), format, part);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return add(whole.serviceId(), keeping.picture(picture, cutName(whole, picture), null));
    }

    private static String cutName(Asset whole, Picture picture) {
        var name = whole.name();
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var ending = dot > 0 ? name.substring(dot) : "";
        boolean isSame = picture.format().mediaType().equals(whole.mediaType());
        return "%s-%dx%d%s"
                .formatted(stem, picture.width(), picture.height(), isSame ? ending : ".png");
    }

    private Asset add(long serviceId, Assets.NewAsset picture) {
        var added = assets.add(serviceId, picture);
        if (picture.hasVariants()) {
            variants.soon();
        }
        return added;
    }

    private static void refuseBeyond(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw InvalidFields.of(field, "range", least, most);
        }
    }

    private String type(MultipartFile file, String name) throws IOException {
        if (file.isEmpty()) {
            throw KeepingFiles.unsupported();
        }
        try (var bytes = file.getInputStream()) {
            return keeping.typeOf(bytes, name);
        }
    }

    /** An AVIF is not written anew; one that says where it was taken shall not say so to all. */
    private static void refuseTalkative(MultipartFile file, String type) throws IOException {
        if (type.equals("image/avif")) {
            var text = new String(file.getBytes(), StandardCharsets.ISO_8859_1);
            if (text.contains("Exif") || text.contains("application/rdf+xml")) {
                throw PictureRefused.tellsTooMuch();
            }
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("An upload cannot be read", unreadable);
        }
    }

    private static String sha256(MultipartFile file) throws IOException {
        try (var bytes =
                new DigestInputStream(
                        file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }
}
