package io.jium.builder.picture;

/** What one picture may cost. */
final class PictureLimits {

    /** Pixels of a page's pictures: more than this is no screen's width. */
    static final int WIDEST = 2_560;

    /** Pixels that are kept: a long poster of a shop is 860 wide and 20,000 high. */
    static final int MOST_KEPT = 24_000_000;

    /** Bytes of pixels in memory at once. */
    static final int MOST_IN_MEMORY = 72 << 20;

    private static final int MOST_MEGABYTES = 30;

    /** Telephones make 50. */
    private static final int MOST_MEGAPIXELS = 64;

    private static final int MOST_MEGAPIXELS_AT_ONCE = 32;

    private PictureLimits() {}

    static void check(byte[] file) {
        if (file.length > MOST_MEGABYTES << 20) {
            throw PictureRefused.tooLarge(MOST_MEGABYTES);
        }
    }

    /**
     * @param isGradual whether its decoder holds all of it, whatever is asked of it
     */
    static void check(int width, int height, boolean isGradual) {
        if (width <= 0 || height <= 0) {
            throw PictureRefused.damaged();
        }
        int most = isGradual ? MOST_MEGAPIXELS_AT_ONCE : MOST_MEGAPIXELS;
        if ((long) width * height > most * 1_000_000L) {
            throw PictureRefused.tooManyPixels(most);
        }
    }
}
