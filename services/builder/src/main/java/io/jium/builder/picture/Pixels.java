package io.jium.builder.picture;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Changes of decoded pictures; each answers a new one in sRGB. */
final class Pixels {

    private Pixels() {}

    /** Smaller to a width, by halves and a last step, so that no pixel is passed over. */
    static BufferedImage scaled(BufferedImage picture, int width) {
        int height = heightAt(width, picture.getWidth(), picture.getHeight());
        var current = picture;
        while (current.getWidth() / 2 >= width && current.getHeight() / 2 >= height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    static int heightAt(int width, int ofWidth, int ofHeight) {
        return Math.max(1, (int) Math.round((double) ofHeight * width / ofWidth));
    }

    static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var drawn = blank(picture, width, height);
        draw(drawn, graphics -> graphics.drawImage(picture, 0, 0, width, height, null));
        return drawn;
    }

    /** The same in three colours. */
    static BufferedImage opaque(BufferedImage picture) {
        var opaque =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        draw(opaque, graphics -> graphics.drawImage(picture, 0, 0, null));
        return opaque;
    }

    /** Turned so that what EXIF says is up is up. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == Exif.UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lies = orientation >= 5;
        var turned = blank(picture, lies ? height : width, lies ? width : height);
        draw(
                turned,
                graphics -> graphics.drawImage(picture, turn(orientation, width, height), null));
        return turned;
    }

    /** The matrices of the eight orientations. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    static BufferedImage cut(BufferedImage picture, Rectangle part) {
        var cut = blank(picture, part.width, part.height);
        draw(cut, graphics -> graphics.drawImage(picture, -part.x, -part.y, null));
        return cut;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        return new BufferedImage(
                width,
                height,
                like.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_4BYTE_ABGR
                        : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void draw(BufferedImage onto, Consumer<Graphics2D> work) {
        var graphics = onto.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            work.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }
}
