package io.jium.builder.picture;

/**
 * A picture's file with nothing in it but the picture: no place, camera, author, thumbnail, comment
 * nor anything behind its end.
 *
 * @param orientation how it lies, as EXIF told
 * @param isMoving whether it has more than one frame
 * @param isGradual whether a decoder has to hold all of it at once: progressive or interlaced
 */
record BarePicture(byte[] bytes, int orientation, boolean isMoving, boolean isGradual) {

    /** Refuses what is not built as its format says. */
    static BarePicture of(byte[] file, PictureFormat format) {
        try {
            return switch (format) {
                case JPEG -> new JpegFile(file).bare();
                case PNG -> new PngFile(file).bare();
                case WEBP -> new WebpFile(file).bare();
                case GIF -> new GifFile(file).bare();
            };
        } catch (IndexOutOfBoundsException cutShort) {
            throw PictureRefused.damaged();
        }
    }
}
