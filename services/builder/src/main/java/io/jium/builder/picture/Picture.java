package io.jium.builder.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture ready to be kept and shown: upright, not wider than any screen, without a word about
 * where, when and by whom.
 *
 * @param hasVariants whether smaller ones can be made of it: not of what moves
 */
public record Picture(
        byte[] bytes, PictureFormat format, int width, int height, boolean hasVariants) {

    /** Widths of telephones to desktops, in pixels of their screens. */
    private static final List<Integer> WIDTHS = List.of(480, 960, 1_440, 1_920);

    /** Makes an upload ready. Refuses what is damaged or too large. */
    public static Picture ofUpload(byte[] file, PictureFormat format) {
        PictureLimits.check(file);
        var bare = BarePicture.of(file, format);
        if (bare.isMoving()) {
            var size = Decoding.size(bare, format);
            return new Picture(bare.bytes(), format, size.width, size.height, false);
        }
        var decoded = Decoding.decode(bare, format);
        var upright =
                Pixels.upright(fitting(decoded.pixels(), bare.orientation()), bare.orientation());
        boolean isAsItCame =
                !decoded.isReduced()
                        && bare.orientation() == Exif.UPRIGHT
                        && upright.getWidth() == decoded.pixels().getWidth();
        if (isAsItCame && format == PictureFormat.GIF) {
            return new Picture(bare.bytes(), format, upright.getWidth(), upright.getHeight(), true);
        }
        var encoded = Encoding.kept(upright, format);
        // Written again, a picture that was made small with care becomes larger and no better.
        var bytes = isAsItCame && bare.bytes().length <= encoded.length ? bare.bytes() : encoded;
        return of(bytes, format, upright);
    }

    /**
     * Cuts a part out of a kept picture.
     *
     * @param part in its pixels; what lies outside of the picture is left off
     */
    public static Picture cut(byte[] kept, PictureFormat format, Rectangle part) {
        var bare = BarePicture.of(kept, format);
        if (bare.isMoving()) {
            throw PictureRefused.moving();
        }
        var whole = upright(bare, format);
        var inside = part.intersection(new Rectangle(whole.getWidth(), whole.getHeight()));
        if (inside.isEmpty()) {
            throw new IllegalArgumentException("Nothing of the picture lies within " + part);
        }
        var cut = Pixels.cut(whole, inside);
        return of(Encoding.kept(cut, format), format, cut);
    }

    private static Picture of(byte[] bytes, PictureFormat format, BufferedImage pixels) {
        var written = format == PictureFormat.GIF ? PictureFormat.PNG : format;
        return new Picture(bytes, written, pixels.getWidth(), pixels.getHeight(), true);
    }

    /** The same, or smaller so that it fits once it is upright. */
    private static BufferedImage fitting(BufferedImage decoded, int orientation) {
        int width = decoded.getWidth();
        int height = decoded.getHeight();
        int upright = orientation >= 5 ? height : width;
        double factor =
                Math.min(
                        (double) PictureLimits.WIDEST / upright,
                        Math.sqrt((double) PictureLimits.MOST_KEPT / ((double) width * height)));
        return factor >= 1
                ? decoded
                : Pixels.scaled(decoded, Math.max(1, (int) Math.round(width * factor)));
    }

    /** A kept picture as WebP, at one width. */
    public record Variant(byte[] bytes, int width, int height) {}

    /** A kept picture's upright size, and its variants: those that are smaller in bytes. */
    public record Variants(int width, int height, List<Variant> all) {}

    /** Makes the variants of a kept picture; of what moves there are none. */
    public static Variants variants(byte[] kept, PictureFormat format) {
        var bare = BarePicture.of(kept, format);
        if (bare.isMoving()) {
            var size = Decoding.size(bare, format);
            return new Variants(size.width, size.height, List.of());
        }
        var whole = upright(bare, format);
        var variants = new ArrayList<Variant>();
        for (int width : widths(whole, format)) {
            var scaled = Pixels.scaled(whole, width);
            if (scaled.getHeight() <= Encoding.LONGEST_WEBP) {
                var bytes = Encoding.webp(scaled, loss(format));
                if (bytes.length < kept.length) {
                    variants.add(new Variant(bytes, width, scaled.getHeight()));
                }
            }
        }
        return new Variants(whole.getWidth(), whole.getHeight(), variants);
    }

    private static BufferedImage upright(BarePicture bare, PictureFormat format) {
        return Pixels.upright(Decoding.decode(bare, format).pixels(), bare.orientation());
    }

    /** Those below its own, and its own when it is no WebP yet. */
    private static int[] widths(BufferedImage whole, PictureFormat format) {
        var below = WIDTHS.stream().mapToInt(width -> width).filter(w -> w < whole.getWidth());
        var own = format == PictureFormat.WEBP ? IntStream.empty() : IntStream.of(whole.getWidth());
        return IntStream.concat(below, own).toArray();
    }

    private static Encoding.Loss loss(PictureFormat format) {
        return switch (format) {
            case JPEG, WEBP -> Encoding.Loss.PHOTOGRAPH;
            case PNG, GIF -> Encoding.Loss.DRAWING;
        };
    }
}
