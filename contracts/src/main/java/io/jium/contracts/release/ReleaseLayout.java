package io.jium.contracts.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where things are under the sites root. Names that could leave the root are refused. */
public record ReleaseLayout(Path root) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*");
    private static final int LONGEST_HOST = 253 - ".json".length();

    /** {@code blobs/<first 2 hex>/<sha256>} */
    public Path blob(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return root.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** {@code releases/<serviceId>/<releaseId>.json} */
    public Path manifest(long serviceId, long releaseId) {
        return root.resolve("releases")
                .resolve(Long.toString(serviceId))
                .resolve(releaseId + ".json");
    }

    /** {@code hosts/<2 hex of sha256(host)>/<host>.json} */
    public Path address(String host) {
        if (!isHost(host)) {
            throw new IllegalArgumentException("not a host name: " + host);
        }
        return root.resolve("hosts").resolve(firstTwoHex(host)).resolve(host + ".json");
    }

    /** Whether this is a host name as {@link #address} takes it: lower case, ASCII, no port. */
    public static boolean isHost(String host) {
        return host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
    }

    private static String firstTwoHex(String host) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(host.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(bytes, 0, 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
