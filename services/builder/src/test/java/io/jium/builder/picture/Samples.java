package io.jium.builder.picture;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures to try: photographs of the templates, and what cameras write beside the pixels. */
final class Samples {

    /** What must never be found in a kept file. */
    static final String SECRET = "37.5665N 126.9780E Hong Gildong";

    private Samples() {}

    /** A photograph of 1,200 by 680 pixels. */
    static byte[] photograph() {
        try (var file = Samples.class.getResourceAsStream("/templates/cafe/images/hero.jpg")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BufferedImage read(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] write(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(
                    null,
                    new IIOImage(picture, null, null),
                    format.equals("webp") ? new WebPWriteParam(Locale.ROOT) : null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A quarter of each colour: red, green; blue, white. */
    static BufferedImage quarters(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, height / 2, width, height);
        graphics.dispose();
        return picture;
    }

    /** EXIF data that tells how the picture lies, and a secret. */
    static byte[] exif(int orientation) {
        var secret = SECRET.getBytes(US_ASCII);
        var data = ByteBuffer.allocate(8 + 2 + 24 + 4 + secret.length + 1);
        data.put("MM\0*".getBytes(US_ASCII)).putInt(8).putShort((short) 2);
        data.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        data.putShort((short) orientation).putShort((short) 0);
        data.putShort((short) 0x010E).putShort((short) 2).putInt(secret.length + 1).putInt(38);
        data.putInt(0).put(secret);
        return data.array();
    }

    static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = exif(orientation);
        var file = ByteBuffer.allocate(jpeg.length + exif.length + 10 + SECRET.length());
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        file.put("Exif\0\0".getBytes(US_ASCII)).put(exif);
        file.put(jpeg, 2, jpeg.length - 2);
        // Some telephones write behind the end, too.
        file.put(SECRET.getBytes(US_ASCII));
        return file.array();
    }

    /** A PNG with one chunk more, behind its header. */
    static byte[] withChunk(byte[] png, String name, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + 12);
        chunk.putInt(data.length).put(name.getBytes(US_ASCII)).put(data);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, data.length + 4);
        chunk.putInt((int) crc.getValue());
        int header = 33;
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, header)
                .put(chunk.array())
                .put(png, header, png.length - header)
                .array();
    }

    /** A WebP in the extended form, with EXIF at its end. */
    static byte[] webpWithExif(byte[] webp, byte[] exif) {
        var picture = read(webp);
        int padded = exif.length + exif.length % 2;
        var file = ByteBuffer.allocate(webp.length + 18 + 8 + padded).order(LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(US_ASCII)).putInt(10).putInt(0b1000);
        file.putShort((short) (picture.getWidth() - 1)).put((byte) 0);
        file.putShort((short) (picture.getHeight() - 1)).put((byte) 0);
        file.put(webp, 12, webp.length - 12);
        file.put("EXIF".getBytes(US_ASCII)).putInt(exif.length).put(exif);
        return file.array();
    }

    /** The same frame twice, without end, and a comment. */
    static byte[] moving(byte[] gif) {
        int frames = 13 + (3 << ((gif[10] & 7) + 1));
        var repeats = "!\u00ff\u000bNETSCAPE2.0\u0003\u0001\0\0\0".getBytes(ISO_8859_1);
        var file = new ByteArrayOutputStream();
        file.write(gif, 0, frames);
        file.writeBytes(repeats);
        file.writeBytes(new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()});
        file.writeBytes(SECRET.getBytes(US_ASCII));
        file.write(0);
        file.write(gif, frames, gif.length - frames - 1);
        file.write(gif, frames, gif.length - frames);
        return file.toByteArray();
    }

    private static byte[] markedAdobe(byte[] jpeg) {
        var adobe = "\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0".getBytes(ISO_8859_1);
        return ByteBuffer.allocate(jpeg.length + adobe.length)
                .put(jpeg, 0, 2)
                .put(adobe)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A JPEG of four colours, as Adobe's programs mark it. */
    static byte[] cmyk(Raster raster) {
        var bytes = new ByteArrayOutputStream();
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            var writer = writers.next();
            if (!writer.canWriteRasters()) {
                continue;
            }
            try (var output = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(output);
                writer.write(null, new IIOImage(raster, null, null), null);
                return markedAdobe(bytes.toByteArray());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        throw new IllegalStateException("No writer takes four colours");
    }
}
