package io.jium.builder.redirect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;

/** Paths below a site as the edge compares them: decoded, in NFC, without odd segments. */
final class SitePath {

    private static final String PAGE = ".html";

    private SitePath() {}

    /** The path as it is kept; empty when it is none. */
    static Optional<String> of(String given) {
        if (!given.startsWith("/") || given.indexOf('?') >= 0 || given.indexOf('#') >= 0) {
            return Optional.empty();
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(given)) {
            return Optional.empty();
        }
        return decoded(given).filter(SitePath::isPlain);
    }

    /** What two spellings of one address have in common. */
    static String compared(String path) {
        var end = path.endsWith(PAGE) ? path.length() - PAGE.length() : path.length();
        var bare = path.substring(0, end);
        return bare.length() > 1 && bare.endsWith("/")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }

    private static boolean isPlain(String path) {
        return !path.contains("//")
                && !(path + "/").contains("/./")
                && !(path + "/").contains("/../")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> decoded(String path) {
        var bytes = new ByteArrayOutputStream(path.length());
        var utf8 = path.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                bytes.write(utf8[i]);
            } else if (i + 2 < utf8.length
                    && HexFormat.isHexDigit(utf8[i + 1])
                    && HexFormat.isHexDigit(utf8[i + 2])) {
                bytes.write(
                        HexFormat.fromHexDigit(utf8[++i]) << 4 | HexFormat.fromHexDigit(utf8[++i]));
            } else {
                return Optional.empty();
            }
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString();
            return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
