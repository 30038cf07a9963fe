package io.jium.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of this installation: generated once in {@code <data>/secrets} and readable by the
 * owner alone. Seals (AES-256-GCM) what must not lie in a database in clear. Thread-safe.
 */
public final class Secrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;

    public Secrets(Path data) {
        this.folder = data.resolve("secrets");
        this.sealing =
                new SecretKeySpec(Base64.getUrlDecoder().decode(generated("sealing")), "AES");
    }

    /** The token for reading metrics: the one given, else one of this data folder. */
    public String metricsToken(@Nullable String given) {
        return given == null ? generated("metrics") : given;
    }

    /** 256 random bits, URL-safe. */
    public String token() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Encrypts and authenticates. */
    public byte[] seal(byte[] clear) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, clear, 0, clear.length);
        var whole = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** Undoes {@link #seal}; refuses what was changed or sealed elsewhere. */
    public byte[] open(byte[] sealed) {
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, int from, int length) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, from, length);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "A sealed value cannot be read with this installation's key", broken);
        }
    }

    private String generated(String name) {
        var file = file(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** The file of a secret, generated if there is none yet. */
    Path file(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
                var draft = Files.createTempFile(folder, name, ".new");
                Files.writeString(draft, token(), StandardOpenOption.SYNC);
                createOnce(draft, file);
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Secrets cannot be kept in " + folder, unwritable);
        }
    }

    /** Another process on the same data folder may have been first: then its secret counts. */
    private static void createOnce(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // The one that is there counts.
        } finally {
            Files.delete(draft);
        }
    }
}
