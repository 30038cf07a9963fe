package io.jium.builder.picture;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** Chunks up to the end of the picture; those that say how it looks stay. */
final class PngFile {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> LOOKS =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT",
                    "cICP", "acTL", "fcTL", "fdAT");
    private static final int INTERLACED = 28;

    private final Bytes file;

    PngFile(byte[] file) {
        this.file = new Bytes(file);
    }

    BarePicture bare() {
        if (!file.text(0, 8).equals(SIGNATURE)) {
            throw PictureRefused.damaged();
        }
        var kept = new ByteArrayOutputStream(file.length());
        kept.writeBytes(file.part(0, 8));
        int orientation = Exif.UPRIGHT;
        boolean isMoving = false;
        int at = 8;
        String name;
        do {
            int length = file.big32(at);
            int end = Math.addExact(at, length + 12);
            name = file.text(at + 4, 4);
            if (LOOKS.contains(name)) {
                kept.writeBytes(file.part(at, end));
            } else if (name.equals("eXIf")) {
                orientation = Exif.orientation(file.part(at + 8, at + 8 + length));
            }
            isMoving |= name.equals("acTL");
            at = end;
        } while (!name.equals("IEND"));
        return new BarePicture(kept.toByteArray(), orientation, isMoving, file.at(INTERLACED) == 1);
    }
}
