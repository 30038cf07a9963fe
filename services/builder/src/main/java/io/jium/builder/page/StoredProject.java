package io.jium.builder.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A validated project as it lies in the database.
 *
 * @param digest SHA-256 of the JSON, hex
 * @param bytes of the JSON
 * @param compressed the JSON, by {@link Zstd}
 */
public record StoredProject(String digest, int bytes, byte[] compressed) {

    /**
     * @param json validated project JSON in its one printed form
     */
    public static StoredProject of(byte[] json) {
        try {
            var digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
            return new StoredProject(digest, json.length, Zstd.compress(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }

    /** A project that was stored without its digest. */
    public static StoredProject compressed(byte[] compressed) {
        return of(Zstd.decompress(compressed));
    }

    /** The project's JSON. */
    public byte[] json() {
        return Zstd.decompress(compressed);
    }
}
