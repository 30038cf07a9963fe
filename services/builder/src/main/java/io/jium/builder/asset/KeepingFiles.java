package io.jium.builder.asset;

import io.jium.builder.asset.Assets.NewAsset;
import io.jium.builder.picture.Picture;
import io.jium.platform.problem.Refusal;
import io.jium.platform.storage.Blobs;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps the bytes of files and finds out what they really are, whatever their sender called them.
 */
@Component
public class KeepingFiles {

    private static final Set<String> WELCOME =
            Set.of(
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "image/avif",
                    "image/svg+xml",
                    "image/x-icon",
                    "image/vnd.microsoft.icon",
                    "video/mp4",
                    "video/webm",
                    "video/quicktime",
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/ogg",
                    "audio/vnd.wave",
                    "application/pdf",
                    "font/woff",
                    "font/woff2",
                    "font/ttf",
                    "font/otf",
                    "application/x-font-ttf",
                    "application/x-font-otf");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]+");
    private static final int LONGEST_NAME = 120;

    private final Blobs blobs;

    KeepingFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * What an upload really is; refuses with 415 what is no picture, film, sound, font or PDF.
     *
     * @param name as it is kept
     */
    String typeOf(InputStream bytes, String name) throws IOException {
        var type = Types.TIKA.detect(bytes, name);
        if (!WELCOME.contains(type)) {
            throw unsupported();
        }
        return type;
    }

    static Refusal unsupported() {
        return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_file");
    }

    /** Keeps an upload as it is. */
    NewAsset asItIs(InputStream bytes, String name, String type) throws IOException {
        var blob = blobs.put(bytes);
        if (blob.bytes() == 0) {
            throw unsupported();
        }
        var size = dimension(blobs.file(blob.sha256()).orElseThrow(), type);
        return new NewAsset(
                name,
                blob.sha256(),
                type,
                blob.bytes(),
                size == null ? null : size.width,
                size == null ? null : size.height,
                null,
                blob.sha256(),
                false);
    }

    /** Keeps a picture that was made ready. */
    NewAsset picture(Picture picture, String name, @Nullable String uploadSha256)
            throws IOException {
        var blob = blobs.put(picture.bytes());
        return new NewAsset(
                name,
                blob.sha256(),
                picture.format().mediaType(),
                blob.bytes(),
                picture.width(),
                picture.height(),
                null,
                uploadSha256,
                picture.hasVariants());
    }

    /**
     * Keeps a file of an imported site or of a template, whose type is known and whose place is to
     * be kept.
     */
    public NewAsset placed(byte[] bytes, String sitePath, String mediaType) throws IOException {
        var blob = blobs.put(bytes);
        var size = dimension(blobs.file(blob.sha256()).orElseThrow(), mediaType);
        return new NewAsset(
                tidy(sitePath.substring(sitePath.lastIndexOf('/') + 1)),
                blob.sha256(),
                mediaType,
                blob.bytes(),
                size == null ? null : size.width,
                size == null ? null : size.height,
                sitePath,
                null,
                false);
    }

    private static @Nullable Dimension dimension(Path file, String mediaType) throws IOException {
        if (!mediaType.startsWith("image/")) {
            return null;
        }
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new Dimension(reader.getWidth(0), reader.getHeight(0));
            } catch (IOException | RuntimeException damaged) {
                // Its size stays unknown; browsers decide whether they can show it.
                return null;
            } finally {
                reader.dispose();
            }
        }
    }

    /** A name that every system can keep. */
    static String tidy(@Nullable String name) {
        var composed = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
        var tidy =
                UNFIT.matcher(composed.substring(composed.lastIndexOf('/') + 1))
                        .replaceAll("-")
                        .strip();
        if (tidy.isEmpty() || tidy.startsWith(".")) {
            tidy = "file" + tidy;
        }
        return tidy.length() <= LONGEST_NAME ? tidy : tidy.substring(tidy.length() - LONGEST_NAME);
    }

    /** Made when the first file comes: it reads 8,000 lines of types. */
    private static final class Types {
        static final Tika TIKA = new Tika();
    }
}
