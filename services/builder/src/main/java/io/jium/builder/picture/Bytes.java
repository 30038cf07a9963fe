package io.jium.builder.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a file's bytes; throws {@link IndexOutOfBoundsException} beyond its end. */
record Bytes(byte[] all) {

    int length() {
        return all.length;
    }

    int at(int index) {
        return Byte.toUnsignedInt(all[index]);
    }

    int big16(int index) {
        return at(index) << 8 | at(index + 1);
    }

    int little16(int index) {
        return at(index) | at(index + 1) << 8;
    }

    /** A length: what does not fit is beyond any file's end. */
    int big32(int index) {
        return length(Integer.toUnsignedLong(big16(index) << 16 | big16(index + 2)));
    }

    /** A length: what does not fit is beyond any file's end. */
    int little32(int index) {
        return length(Integer.toUnsignedLong(little16(index) | little16(index + 2) << 16));
    }

    String text(int index, int length) {
        return new String(part(index, index + length), StandardCharsets.ISO_8859_1);
    }

    byte[] part(int from, int to) {
        if (from < 0 || to < from || to > all.length) {
            throw new IndexOutOfBoundsException();
        }
        return Arrays.copyOfRange(all, from, to);
    }

    private int length(long length) {
        if (length > all.length) {
            throw new IndexOutOfBoundsException();
        }
        return (int) length;
    }
}
