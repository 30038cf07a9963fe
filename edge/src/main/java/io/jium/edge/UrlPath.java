package io.jium.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request's path and how it is written: percent-encoded on the wire, decoded NFC in a manifest.
 */
final class UrlPath {

    private static final int LONGEST = 2048;

    private UrlPath() {}

    /**
     * The path as manifests spell it, with its leading slash, or null when it is malformed: bad
     * escapes, invalid UTF-8, control characters, encoded slashes, empty or dot segments, too long.
     */
    static @Nullable String decode(@Nullable String raw) {
        if (raw == null || raw.length() > LONGEST || !raw.startsWith("/")) {
            return null;
        }
        if (isPlain(raw)) {
            return raw;
        }
        var decoded = unescape(raw);
        return decoded == null || hasOddSegment(decoded)
                ? null
                : Normalizer.normalize(decoded, Normalizer.Form.NFC);
    }

    /** Safe inside a Location header: what a URL may hold stays, the rest becomes UTF-8 escapes. */
    static String encode(String target) {
        var encoded = new StringBuilder(target.length() + 16);
        for (var b : target.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && "\"<>\\^`{|}".indexOf(b) < 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** Like {@link #encode}, for a decoded path, in which every sign stands for itself. */
    static String encodePath(String path) {
        return encode(path.replace("%", "%25")).replace("?", "%3F").replace("#", "%23");
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '%' || c == '\\') {
                return false;
            }
            if (i > 0 && raw.charAt(i - 1) == '/' && (c == '.' || c == '/')) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String unescape(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        var utf8 = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            int b = utf8[i];
            if (b == '%') {
                if (i + 2 >= utf8.length
                        || !HexFormat.isHexDigit(utf8[i + 1])
                        || !HexFormat.isHexDigit(utf8[i + 2])) {
                    return null;
                }
                b = HexFormat.fromHexDigit(utf8[++i]) << 4 | HexFormat.fromHexDigit(utf8[++i]);
                if (b == '/') {
                    return null;
                }
            }
            if ((b >= 0 && b < ' ') || b == 0x7f || b == '\\') {
                return null;
            }
            bytes.write(b);
        }
        try {
            var strict = StandardCharsets.UTF_8.newDecoder();
            return strict.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean hasOddSegment(String path) {
        return path.contains("//")
                || path.contains("/./")
                || path.contains("/../")
                || path.endsWith("/.")
                || path.endsWith("/..");
    }
}
