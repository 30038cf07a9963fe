package io.jium.builder.picture;

import java.io.ByteArrayOutputStream;

/** Blocks up to the end of the picture; of extensions, those that make it move stay. */
final class GifFile {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    private final Bytes file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int frames;

    GifFile(byte[] file) {
        this.file = new Bytes(file);
    }

    BarePicture bare() {
        if (!file.text(0, 3).equals("GIF")) {
            throw PictureRefused.damaged();
        }
        int at = 13 + colours(file.at(10));
        keep(0, at);
        while (file.at(at) != END) {
            int end =
                    switch (file.at(at)) {
                        case EXTENSION -> extension(at);
                        case FRAME -> frame(at);
                        default -> throw PictureRefused.damaged();
                    };
            at = end;
        }
        kept.write(END);
        if (frames == 0) {
            throw PictureRefused.damaged();
        }
        return new BarePicture(kept.toByteArray(), Exif.UPRIGHT, frames > 1, false);
    }

    private int extension(int at) {
        int label = file.at(at + 1);
        int end = endOfBlocks(at + 2);
        boolean repeats =
                label == APPLICATION
                        && file.at(at + 2) == 11
                        && file.text(at + 3, 11).equals("NETSCAPE2.0");
        if (label == CONTROL || repeats) {
            keep(at, end);
        }
        return end;
    }

    private int frame(int at) {
        frames++;
        PictureLimits.check(file.little16(at + 5), file.little16(at + 7), false);
        int end = endOfBlocks(at + 10 + colours(file.at(at + 9)) + 1);
        keep(at, end);
        return end;
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int endOfBlocks(int from) {
        int at = from;
        while (file.at(at) != 0) {
            at += file.at(at) + 1;
        }
        return at + 1;
    }

    private void keep(int from, int to) {
        kept.writeBytes(file.part(from, to));
    }
}
