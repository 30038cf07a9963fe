package io.jium.builder.picture;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes files of pixels, with nothing in them but the pixels. */
final class Encoding {

    /** The longest side that WebP can say. */
    static final int LONGEST_WEBP = 16_383;

    private static final float KEPT = 0.9f;

    private Encoding() {}

    /** How much a WebP may lose. */
    enum Loss {
        PHOTOGRAPH(0.8f, false),
        /** Lines and letters: colours change from pixel to pixel. */
        DRAWING(0.9f, true);

        private final float quality;
        private final boolean sharp;

        Loss(float quality, boolean sharp) {
            this.quality = quality;
            this.sharp = sharp;
        }
    }

    /** The picture to be kept, in the format that it came in; a GIF becomes a PNG. */
    static byte[] kept(BufferedImage picture, PictureFormat format) {
        return switch (format) {
            case JPEG -> jpeg(opaque(picture));
            case PNG, GIF -> write(picture, "image/png", null);
            case WEBP -> webp(picture, Loss.DRAWING);
        };
    }

    static byte[] webp(BufferedImage picture, Loss loss) {
        var parameters = new WebPWriteParam(Locale.ROOT);
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(CompressionType.Lossy);
        parameters.setCompressionQuality(loss.quality);
        parameters.setUseSharpYUV(loss.sharp);
        return write(plain(picture), "image/webp", parameters);
    }

    /** In sRGB, whatever colours it was made in. */
    private static BufferedImage plain(BufferedImage picture) {
        return switch (picture.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR -> picture;
            default -> Pixels.drawn(picture, picture.getWidth(), picture.getHeight());
        };
    }

    private static BufferedImage opaque(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_3BYTE_BGR ? picture : Pixels.opaque(picture);
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        writer.dispose();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(KEPT);
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(picture, "image/jpeg", parameters);
    }

    private static byte[] write(
            BufferedImage picture, String mediaType, @Nullable ImageWriteParam parameters) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType(mediaType).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A picture cannot be written", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
