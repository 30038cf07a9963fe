package io.jium.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Immutable bytes named by their SHA-256. What was put is durable when the call returns.
 * Thread-safe.
 */
public interface Blobs {

    /** Keeps the bytes; keeping the same bytes again changes nothing. */
    Blob put(InputStream bytes) throws IOException;

    /** Keeps the bytes; keeping the same bytes again changes nothing. */
    Blob put(byte[] bytes) throws IOException;

    /** A local file with the bytes, which nobody may change. */
    Optional<Path> file(String sha256);

    /**
     * @param sha256 64 lower-case hex digits
     */
    record Blob(String sha256, long bytes) {}
}
