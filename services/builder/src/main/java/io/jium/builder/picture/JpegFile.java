package io.jium.builder.picture;

import java.io.ByteArrayOutputStream;

/** Segments up to the end of the picture; of what is told beside it, colours alone stay. */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int PROGRESSIVE = 0xC2;

    /** Cameras make one and editors a dozen; each costs as much as the whole picture. */
    private static final int MOST_SCANS = 64;

    private final Bytes file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int orientation = Exif.UPRIGHT;
    private boolean isGradual;

    JpegFile(byte[] file) {
        this.file = new Bytes(file);
    }

    BarePicture bare() {
        if (file.at(0) != 0xFF || file.at(1) != START) {
            throw PictureRefused.damaged();
        }
        keep(0, 2);
        int at = 2;
        int scans = 0;
        while (true) {
            at = pastFilling(at);
            int marker = marker(at);
            if (marker == END) {
                keep(at, at + 2);
                return new BarePicture(kept.toByteArray(), orientation, false, isGradual);
            }
            int end = at + 2 + file.big16(at + 2);
            if (marker == SCAN) {
                if (++scans > MOST_SCANS) {
                    throw PictureRefused.damaged();
                }
                end = endOfScan(end);
            }
            take(marker, at, end);
            at = end;
        }
    }

    /** Any number of these bytes may stand before a marker. */
    private int pastFilling(int from) {
        int at = from;
        while (file.at(at) == 0xFF && file.at(at + 1) == 0xFF) {
            at++;
        }
        return at;
    }

    private int marker(int at) {
        if (file.at(at) != 0xFF) {
            throw PictureRefused.damaged();
        }
        return file.at(at + 1);
    }

    private void take(int marker, int from, int to) {
        if (marker == APP1 && orientation == Exif.UPRIGHT && isNamed(from, "Exif\0\0")) {
            orientation = Exif.orientation(file.part(from + 10, to));
        }
        isGradual |= marker == PROGRESSIVE;
        boolean told = (marker >= APP0 && marker <= APP15) || marker == COMMENT;
        boolean colours =
                (marker == APP0 && isNamed(from, "JFIF\0"))
                        || (marker == APP2 && isNamed(from, "ICC_PROFILE\0"))
                        || marker == APP14;
        if (!told || colours) {
            keep(from, to);
        }
    }

    private boolean isNamed(int segment, String name) {
        return segment + 4 + name.length() <= file.length()
                && file.text(segment + 4, name.length()).equals(name);
    }

    /** The next marker that is neither a stuffed byte nor a restart. */
    private int endOfScan(int from) {
        for (int at = from; ; at++) {
            if (file.at(at) == 0xFF) {
                int next = file.at(at + 1);
                boolean inside = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
                if (!inside) {
                    return at;
                }
            }
        }
    }

    private void keep(int from, int to) {
        var part = file.part(from, to);
        kept.write(part, 0, part.length);
    }
}
