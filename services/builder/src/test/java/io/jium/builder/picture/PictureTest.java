package io.jium.builder.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @Test
    void aPhotographTellsNothingButWhatItShows() {
        var picture =
                Picture.ofUpload(Samples.withExif(Samples.photograph(), 1), PictureFormat.JPEG);
        assertThat(picture.width()).isEqualTo(1_200);
        assertThat(picture.height()).isEqualTo(680);
        assertThat(text(picture)).doesNotContain(Samples.SECRET).doesNotContain("Exif");
        assertThat(Samples.read(picture.bytes()).getWidth()).isEqualTo(1_200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isUprightHoweverTheCameraWasHeld(int orientation) {
        var upright = Samples.quarters(96, 64);
        var file =
                Samples.withExif(Samples.write(lying(upright, orientation), "jpeg"), orientation);
        var picture = Picture.ofUpload(file, PictureFormat.JPEG);
        assertThat(picture.width()).isEqualTo(96);
        assertThat(picture.height()).isEqualTo(64);
        assertSame(Samples.read(picture.bytes()), upright);
        assertThat(text(picture)).doesNotContain(Samples.SECRET);
    }

    @Test
    void theOrientationOfPngAndWebpCountsToo() {
        var lying = lying(Samples.quarters(96, 64), 6);
        var png = Samples.withChunk(Samples.write(lying, "png"), "eXIf", Samples.exif(6));
        assertSame(
                Samples.read(Picture.ofUpload(png, PictureFormat.PNG).bytes()),
                Samples.quarters(96, 64));
        var webp = withExif(Samples.write(lying, "webp"), Samples.exif(6));
        var picture = Picture.ofUpload(webp, PictureFormat.WEBP);
        assertSame(Samples.read(picture.bytes()), Samples.quarters(96, 64));
        assertThat(text(picture)).doesNotContain(Samples.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"5000, 400, 2560, 205", "2560, 40, 2560, 40", "860, 20000, 860, 20000"})
    void isNoWiderThanAScreen(int width, int height, int keptWidth, int keptHeight) {
        var file = Samples.write(Samples.quarters(width, height), "jpeg");
        var picture = Picture.ofUpload(file, PictureFormat.JPEG);
        assertThat(picture.width()).isEqualTo(keptWidth);
        assertThat(picture.height()).isEqualTo(keptHeight);
        var read = Samples.read(picture.bytes());
        assertThat(read.getWidth()).isEqualTo(keptWidth);
        assertThat(read.getHeight()).isEqualTo(keptHeight);
    }

    @Test
    void aPictureMadeSmallWithCareDoesNotGrow() {
        var photograph = Samples.photograph();
        var picture = Picture.ofUpload(photograph, PictureFormat.JPEG);
        assertThat(picture.bytes().length).isLessThanOrEqualTo(photograph.length);
        assertThat(Picture.ofUpload(picture.bytes(), PictureFormat.JPEG).bytes())
                .isEqualTo(picture.bytes());
    }

    @Test
    void aPhotographHasSmallerOnesForSmallerScreens() {
        var photograph = Samples.photograph();
        var variants = Picture.variants(photograph, PictureFormat.JPEG);
        assertThat(variants.all())
                .extracting(Picture.Variant::width)
                .containsExactly(480, 960, 1_200);
        for (var variant : variants.all()) {
            assertThat(variant.bytes().length).isLessThan(photograph.length);
            assertThat(new String(variant.bytes(), 8, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("WEBP");
            var read = Samples.read(variant.bytes());
            assertThat(read.getWidth()).isEqualTo(variant.width());
            assertThat(read.getHeight()).isEqualTo(variant.height());
        }
    }

    @Test
    void whatIsSeenThroughStaysSo() {
        var picture = new BufferedImage(1_000, 10, BufferedImage.TYPE_4BYTE_ABGR);
        picture.setRGB(0, 0, 0x80FF0000);
        var noise = new Random(1);
        for (int x = 500; x < 1_000; x++) {
            picture.setRGB(x, 5, noise.nextInt());
        }
        var file = Samples.write(picture, "png");
        var kept = Picture.ofUpload(file, PictureFormat.PNG);
        assertThat(Samples.read(kept.bytes()).getRGB(0, 0)).isEqualTo(0x80FF0000);
        assertThat(Picture.variants(kept.bytes(), PictureFormat.PNG).all())
                .isNotEmpty()
                .allSatisfy(variant ->
                        assertThat(Samples.read(variant.bytes()).getRGB(20, 0) >>> 24).isZero());
    }

    @Test
    void aGreyPhotographKeepsItsBrightness() {
        var grey = new BufferedImage(3_000, 30, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(
                ((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(),
                (byte) 100);
        var picture = Picture.ofUpload(Samples.write(grey, "jpeg"), PictureFormat.JPEG);
        var pixel = new Color(Samples.read(picture.bytes()).getRGB(10, 10));
        assertThat(picture.width()).isEqualTo(2_560);
        assertThat(pixel.getRed()).isCloseTo(100, within(3));
    }

    @Test
    void aPrintersColoursBecomeAScreens() {
        var raster =
                java.awt.image.Raster.createInterleavedRaster(
                        java.awt.image.DataBuffer.TYPE_BYTE, 3_000, 30, 4, null);
        for (int at = 0; at < 3_000 * 30; at++) {
            // Inverted, as Adobe's programs write it: no cyan, full magenta and yellow, no black.
            raster.setPixel(at % 3_000, at / 3_000, new int[] {255, 0, 0, 255});
        }
        var picture = Picture.ofUpload(Samples.cmyk(raster), PictureFormat.JPEG);
        var pixel = new Color(Samples.read(picture.bytes()).getRGB(1_000, 10));
        assertThat(pixel.getRed()).isGreaterThan(180);
        assertThat(pixel.getGreen()).isLessThan(80);
        assertThat(Samples.read(picture.bytes()).getColorModel().getColorSpace().getType())
                .isEqualTo(ColorSpace.TYPE_RGB);
    }

    @Test
    void whatMovesGoesOnMoving() {
        var frame = Samples.write(Samples.quarters(20, 10), "gif");
        var moving = Samples.moving(frame);
        var picture = Picture.ofUpload(moving, PictureFormat.GIF);
        assertThat(picture.hasVariants()).isFalse();
        assertThat(picture.width()).isEqualTo(20);
        assertThat(text(picture)).doesNotContain(Samples.SECRET).contains("NETSCAPE2.0");
        assertThat(Picture.variants(picture.bytes(), PictureFormat.GIF).all()).isEmpty();
        assertThatThrownBy(() ->
                        Picture.cut(picture.bytes(), PictureFormat.GIF, new Rectangle(1, 1, 2, 2)))
                .isInstanceOf(PictureRefused.class);
    }

    @Test
    void aPartIsCutOut() {
        var file = Samples.write(Samples.quarters(100, 60), "png");
        var cut = Picture.cut(file, PictureFormat.PNG, new Rectangle(50, 0, 500, 30));
        assertThat(cut.width()).isEqualTo(50);
        assertThat(cut.height()).isEqualTo(30);
        assertThat(new Color(Samples.read(cut.bytes()).getRGB(25, 15))).isEqualTo(Color.GREEN);
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws IOException {
        assertThatThrownBy(() -> Picture.ofUpload(bomb(50_000, 50_000), PictureFormat.PNG))
                .isInstanceOfSatisfying(
                        PictureRefused.class,
                        refused -> assertThat(refused.status().value()).isEqualTo(422));
        assertThatThrownBy(() -> Picture.ofUpload(new byte[(30 << 20) + 1], PictureFormat.JPEG))
                .isInstanceOf(PictureRefused.class);
    }

    @Test
    void fortyMegapixelsAreTakenInLittleMemory() throws IOException {
        var picture = Picture.ofUpload(bomb(8_000, 6_000), PictureFormat.PNG);
        assertThat(picture.width()).isEqualTo(2_560);
        assertThat(picture.height()).isEqualTo(1_920);
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void whatIsCutShortIsRefused(PictureFormat format) {
        var name = format.name().toLowerCase(java.util.Locale.ROOT);
        var file = Samples.write(Samples.quarters(300, 200), name);
        Picture.ofUpload(file, format);
        for (int length = 0; length < file.length - 1; length += Math.max(1, file.length / 60)) {
            var part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Picture.ofUpload(part, format))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOf(PictureRefused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void whateverIsWrongInAFileItIsRefusedOrTaken(PictureFormat format) {
        var name = format.name().toLowerCase(java.util.Locale.ROOT);
        var file = Samples.write(Samples.quarters(300, 200), name);
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var damaged = file.clone();
            for (int wrong = 0; wrong < 1 + round % 5; wrong++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                var picture = Picture.ofUpload(damaged, format);
                assertThat(picture.width()).isPositive();
            } catch (PictureRefused refused) {
                assertThat(refused.code()).isEqualTo("picture_refused");
            }
        }
    }

    /** A PNG of nothing but zeros: a few kilobytes, whatever it unpacks to. */
    private static byte[] bomb(int width, int height) throws IOException {
        var data = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(data)) {
            var row = new byte[1 + width / 8];
            for (int y = 0; y < Math.min(height, 6_000); y++) {
                packed.write(row);
            }
        }
        var empty = Samples.write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY), "png");
        var header = Arrays.copyOf(empty, 33);
        ByteBuffer.wrap(header).putInt(16, width).putInt(20, height);
        header[24] = 1;
        header[25] = 0;
        var crc = new java.util.zip.CRC32();
        crc.update(header, 12, 17);
        ByteBuffer.wrap(header).putInt(29, (int) crc.getValue());
        var end = Arrays.copyOfRange(empty, empty.length - 12, empty.length);
        var file = ByteBuffer.allocate(33 + 12).put(header).put(end).array();
        return Samples.withChunk(file, "IDAT", data.toByteArray());
    }

    /**
     * What a camera's sensor saw; where its first row and column are is the EXIF standard's table.
     */
    private static BufferedImage lying(BufferedImage upright, int orientation) {
        int width = upright.getWidth();
        int height = upright.getHeight();
        boolean lies = orientation >= 5;
        var lying =
                new BufferedImage(
                        lies ? height : width, lies ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < lying.getHeight(); row++) {
            for (int column = 0; column < lying.getWidth(); column++) {
                int x =
                        switch (orientation) {
                            case 1, 4 -> column;
                            case 2, 3 -> width - 1 - column;
                            case 5, 8 -> row;
                            default -> width - 1 - row;
                        };
                int y =
                        switch (orientation) {
                            case 1, 2 -> row;
                            case 3, 4 -> height - 1 - row;
                            case 5, 6 -> column;
                            default -> height - 1 - column;
                        };
                lying.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return lying;
    }

    private static void assertSame(BufferedImage picture, BufferedImage expected) {
        for (int x : new int[] {10, expected.getWidth() - 10}) {
            for (int y : new int[] {10, expected.getHeight() - 10}) {
                var is = new Color(picture.getRGB(x, y));
                var should = new Color(expected.getRGB(x, y));
                assertThat(is.getRed()).isCloseTo(should.getRed(), within(24));
                assertThat(is.getGreen()).isCloseTo(should.getGreen(), within(24));
                assertThat(is.getBlue()).isCloseTo(should.getBlue(), within(24));
            }
        }
    }

    private static byte[] withExif(byte[] webp, byte[] exif) {
        return Samples.webpWithExif(webp, exif);
    }

    private static String text(Picture picture) {
        return new String(picture.bytes(), StandardCharsets.ISO_8859_1);
    }
}
