package io.jium.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is stored of a random token: enough to recognise it, nothing to use it. */
public final class TokenHash {

    private TokenHash() {}

    /** SHA-256, 64 hex digits. */
    public static String of(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }
}
