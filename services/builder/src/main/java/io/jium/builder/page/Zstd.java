package io.jium.builder.page;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Compression of stored projects: 150 KB of JSON become about 15 KB, for a third of a millisecond.
 */
final class Zstd {

    private static final int LEVEL = 3;

    private Zstd() {}

    static byte[] compress(byte[] bytes) {
        return com.github.luben.zstd.Zstd.compress(bytes, LEVEL);
    }

    /** Undoes {@link #compress}. */
    static byte[] decompress(byte[] compressed) {
        try (var stream = new ZstdInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("A stored project is damaged", damaged);
        }
    }
}
