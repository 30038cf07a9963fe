package io.jium.builder.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF data that matters for showing a picture. */
final class Exif {

    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /**
     * How the picture lies, 1..8 as in the EXIF standard; upright when the data does not say or is
     * damaged.
     *
     * @param tiff the data from its byte order on
     */
    static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return UPRIGHT;
        }
        var data = ByteBuffer.wrap(tiff);
        data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        if (directory < 8 || directory > tiff.length - 2) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(data.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY;
            if (at > tiff.length - ENTRY) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(data.getShort(at)) == ORIENTATION) {
                int value = data.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
