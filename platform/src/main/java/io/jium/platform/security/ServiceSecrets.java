package io.jium.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets that services share: the first one signs, all are accepted. They come from the
 * settings, else from a file that is looked at on each use, so that it can be changed while
 * everything runs. Thread-safe.
 */
final class ServiceSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceSecrets.class);

    /** HMAC with SHA-256 wants 256 bits; a shorter secret could be guessed from what it signs. */
    private static final int SHORTEST = 32;

    private final @Nullable Path file;
    private volatile @Nullable Read last;

    private ServiceSecrets(@Nullable Path file, @Nullable Read first) {
        this.file = file;
        this.last = first;
    }

    /** Those of the settings, which never change. */
    static ServiceSecrets given(String secrets) {
        return new ServiceSecrets(
                null, new Read(new State(FileTime.fromMillis(0), 0, ""), parse(secrets)));
    }

    /** Those of the file as it is at each use. In one process they are never used, nor read. */
    static ServiceSecrets in(Path file) {
        return new ServiceSecrets(file, null);
    }

    /**
     * @param id tells secrets apart without telling them
     */
    record Secret(String id, MACSigner signer, MACVerifier verifier) {

        static Secret of(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Secret(
                        HexFormat.of().formatHex(hash, 0, 4),
                        new MACSigner(bytes),
                        new MACVerifier(bytes));
            } catch (JOSEException | NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** What changes when a file does. */
    private record State(FileTime modified, long size, String inode) {}

    private record Read(State state, List<Secret> secrets) {

        static Read of(Path file) throws IOException {
            // The state first: what is written in between is then read once more.
            var state = stateOf(file);
            return new Read(state, parse(Files.readString(file)));
        }
    }

    private static State stateOf(Path file) throws IOException {
        var now = Files.readAttributes(file, BasicFileAttributes.class);
        return new State(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
    }

    static boolean areGood(String text) {
        var secrets = split(text);
        return !secrets.isEmpty()
                && secrets.stream().allMatch(secret -> secret.length() >= SHORTEST);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,\\r\\n]"))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    private static List<Secret> parse(String text) {
        if (!areGood(text)) {
            throw new IllegalArgumentException(
                    "A service secret needs at least %d characters".formatted(SHORTEST));
        }
        return split(text).stream().map(Secret::of).toList();
    }

    Secret signing() {
        return current().getFirst();
    }

    /** Null when it is not, or no longer, accepted. */
    @Nullable Secret find(@Nullable String id) {
        return current().stream().filter(secret -> secret.id.equals(id)).findFirst().orElse(null);
    }

    private List<Secret> current() {
        var known = last;
        if (file == null) {
            return Objects.requireNonNull(known).secrets;
        }
        try {
            if (known == null || !stateOf(file).equals(known.state)) {
                known = read(file, known);
                last = known;
            }
        } catch (IOException away) {
            if (known == null) {
                throw new UncheckedIOException(file + " cannot be read", away);
            }
            LOG.debug("{} cannot be looked at, what was in it still counts", file, away);
        }
        return known.secrets;
    }

    private static Read read(Path file, @Nullable Read known) throws IOException {
        try {
            var read = Read.of(file);
            if (known != null) {
                LOG.info(
                        "The service secrets have changed: {}",
                        read.secrets.stream().map(Secret::id).toList());
            }
            return read;
        } catch (IllegalArgumentException unusable) {
            if (known == null) {
                throw unusable;
            }
            LOG.error("{} is not used: {}", file, unusable.getMessage());
            return new Read(stateOf(file), known.secrets);
        }
    }
}
