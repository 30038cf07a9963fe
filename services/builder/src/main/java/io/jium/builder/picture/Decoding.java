package io.jium.builder.picture;

import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes pixels of a file, within {@link PictureLimits}. */
final class Decoding {

    private Decoding() {}

    /**
     * @param isReduced whether only every second (third…) pixel was taken
     */
    record Decoded(BufferedImage pixels, boolean isReduced) {}

    /** The size that the file tells, as it lies in it. */
    static Dimension size(BarePicture bare, PictureFormat format) {
        return read(bare, format, (reader, size) -> size);
    }

    /** As it lies in the file. */
    static Decoded decode(BarePicture bare, PictureFormat format) {
        return read(
                bare,
                format,
                (reader, size) -> {
                    var parameters = reader.getDefaultReadParam();
                    int step = step(size, bytesPerPixel(reader));
                    if (step > 1) {
                        reduce(parameters, size, step);
                    }
                    return new Decoded(reader.read(0, parameters), step > 1);
                });
    }

    private interface Reading<T> {
        T of(ImageReader reader, Dimension size) throws IOException;
    }

    private static <T> T read(BarePicture bare, PictureFormat format, Reading<T> reading) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare.bytes()))) {
            var reader = reader(format);
            try {
                reader.setInput(input, true, true);
                var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
                PictureLimits.check(size.width, size.height, bare.isGradual());
                return reading.of(reader, size);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw PictureRefused.damaged();
        }
    }

    private static ImageReader reader(PictureFormat format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        if (!readers.hasNext()) {
            throw new IIOException("No reader for " + format);
        }
        return readers.next();
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return 4;
        }
        var samples = types.next().getSampleModel();
        int bits = DataBuffer.getDataTypeSize(samples.getDataType());
        return Math.max(1, samples.getNumDataElements() * bits / 8);
    }

    private static int step(Dimension size, int bytesPerPixel) {
        double all = (double) size.width * size.height * bytesPerPixel;
        return (int) Math.ceil(Math.sqrt(all / PictureLimits.MOST_IN_MEMORY));
    }

    private static void reduce(ImageReadParam parameters, Dimension size, int step) {
        if (parameters instanceof WebPReadParam webp) {
            webp.setUseScaling(true);
            webp.setScaledWidth(Math.max(1, size.width / step));
            webp.setScaledHeight(Math.max(1, size.height / step));
        } else {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
    }
}
