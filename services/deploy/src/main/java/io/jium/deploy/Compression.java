package io.jium.deploy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.jium.contracts.release.Variant;
import io.jium.deploy.CompressedForms.Forms;
import io.jium.platform.storage.Blobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compressed forms of files, made once for each content. */
@Component
class Compression {

    /** Below this a packet is a packet. */
    private static final int WORTHWHILE = 860;

    private static final int BROTLI_QUALITY = 6;

    private final CompressedForms known;
    private final Blobs blobs;
    private final boolean brotli = Brotli4jLoader.isAvailable();

    Compression(CompressedForms known, Blobs blobs) {
        this.known = known;
        this.blobs = blobs;
    }

    /**
     * @param bytes supplies the content when it was not compressed before
     */
    Forms of(String sha256, String mediaType, Content bytes) throws IOException {
        if (!isText(mediaType)) {
            return Forms.NONE;
        }
        var before = known.of(sha256);
        return before.isPresent() ? before.get() : make(sha256, bytes.read());
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    private Forms make(String sha256, byte[] content) throws IOException {
        if (content.length < WORTHWHILE) {
            return Forms.NONE;
        }
        var forms =
                new Forms(
                        smaller(gzip(content), content),
                        brotli ? smaller(Encoder.compress(content, quality()), content) : null);
        known.keep(sha256, forms);
        return forms;
    }

    private @Nullable Variant smaller(byte[] compressed, byte[] content) throws IOException {
        if (compressed.length >= content.length) {
            return null;
        }
        var blob = blobs.put(compressed);
        return new Variant(blob.sha256(), blob.bytes());
    }

    private static Encoder.Parameters quality() {
        return new Encoder.Parameters().setQuality(BROTLI_QUALITY);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream(content.length / 3);
        try (var gzip =
                new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("+xml")
                || mediaType.endsWith("json")
                || mediaType.equals("application/javascript")
                || mediaType.equals("application/xml")
                || mediaType.equals("font/ttf")
                || mediaType.equals("font/otf");
    }
}
