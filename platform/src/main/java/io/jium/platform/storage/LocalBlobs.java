package io.jium.platform.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Blobs as files {@code <root>/<first two digits>/<sha256>}; written beside, synced, then renamed.
 */
public final class LocalBlobs implements Blobs {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    public LocalBlobs(Path root) {
        this.root = root;
    }

    @Override
    public Blob put(byte[] bytes) throws IOException {
        var name = HexFormat.of().formatHex(sha256().digest(bytes));
        return Files.exists(path(name))
                ? new Blob(name, bytes.length)
                : put(new ByteArrayInputStream(bytes));
    }

    @Override
    public Blob put(InputStream bytes) throws IOException {
        Files.createDirectories(root);
        var draft = root.resolve(UUID.randomUUID() + ".part");
        try {
            var digest = sha256();
            long length;
            try (var channel =
                    FileChannel.open(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                length =
                        new DigestInputStream(bytes, digest)
                                .transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            var name = HexFormat.of().formatHex(digest.digest());
            var target = path(name);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Blob(name, length);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public Optional<Path> file(String sha256) {
        return SHA256.matcher(sha256).matches()
                ? Optional.of(path(sha256)).filter(Files::exists)
                : Optional.empty();
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }
}
