package io.jium.builder.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/** Chunks of a RIFF file; what is said beside the picture goes, and the flags that announce it. */
final class WebpFile {

    private static final Set<String> LOOKS =
            Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int EXIF_AND_XMP = 0b1100;
    private static final int HEADER = 12;

    private final Bytes file;

    WebpFile(byte[] file) {
        this.file = new Bytes(file);
    }

    BarePicture bare() {
        if (!file.text(0, 4).equals("RIFF") || !file.text(8, 4).equals("WEBP")) {
            throw PictureRefused.damaged();
        }
        var kept = new ByteArrayOutputStream(file.length());
        kept.writeBytes(file.part(0, HEADER));
        int orientation = Exif.UPRIGHT;
        boolean isMoving = false;
        int end = Math.addExact(file.little32(4), 8);
        int at = HEADER;
        while (at < end) {
            var name = file.text(at, 4);
            int length = file.little32(at + 4);
            // The padding of the last chunk is sometimes forgotten.
            int next = Math.min(at + 8 + length + length % 2, file.length());
            var chunk = file.part(at, next);
            if (name.equals("VP8X")) {
                chunk[8] &= ~EXIF_AND_XMP;
            }
            if (LOOKS.contains(name)) {
                kept.writeBytes(chunk);
            } else if (name.equals("EXIF")) {
                orientation = Exif.orientation(tiff(file.part(at + 8, at + 8 + length)));
            }
            isMoving |= name.equals("ANIM");
            at = next;
        }
        var bytes = kept.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        return new BarePicture(bytes, orientation, isMoving, true);
    }

    /** Some write the name that it has in a JPEG before it. */
    private static byte[] tiff(byte[] exif) {
        boolean named = exif.length > 6 && exif[0] == 'E' && exif[4] == 0;
        return named ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
