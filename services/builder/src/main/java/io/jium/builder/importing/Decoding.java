package io.jium.builder.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes text of bytes of unknown encoding, as browsers do and with Korea in mind. */
final class Decoding {

    private static final int DECLARATION_WITHIN = 4_096;

    /** Of a page or a style sheet itself, not of a script it names. */
    private static final Pattern DECLARED =
            Pattern.compile(
                    "(?:<meta\\b[^>]{0,300}?\\bcharset\\s{0,8}=|^\\s{0,8}@charset|^\\s{0,8}<\\?xml\\b[^>]{0,100}?\\bencoding\\s{0,8}=)"
                            + "\\s{0,8}[\"']?\\s{0,8}([A-Za-z0-9_.:-]{2,40})",
                    Pattern.CASE_INSENSITIVE);

    /** What Windows wrote as EUC-KR for decades. */
    private static final Charset KOREAN = Charset.forName("MS949");

    private Decoding() {}

    /**
     * By byte order mark, by declaration ({@code charset=}, {@code encoding=} or {@code @charset})
     * unless the text shows that it is wrong, else UTF-8 if it is, else Korean.
     */
    static String text(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        var utf8 = strictly(bytes, StandardCharsets.UTF_8);
        var declared = declared(bytes).orElse(StandardCharsets.UTF_8);
        if (!declared.equals(StandardCharsets.UTF_8) && utf8.stream().noneMatch(Decoding::isRead)) {
            return new String(bytes, declared);
        }
        return utf8.or(() -> strictly(bytes, KOREAN))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Whether a text that could be UTF-8 is: other Korean encodings come out as anything but Hangul
     * then.
     */
    private static boolean isRead(String asUtf8) {
        return asUtf8.chars().anyMatch(c -> c >= '가' && c <= '힣');
    }

    /** The name of a file in an archive that does not say how it wrote its names. */
    static String name(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, KOREAN))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<Charset> declared(byte[] bytes) {
        var start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, DECLARATION_WITHIN),
                        StandardCharsets.ISO_8859_1);
        var matcher = DECLARED.matcher(start);
        return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "euc-kr",
                    "euckr",
                    "ks_c_5601-1987",
                    "ksc5601",
                    "cp949",
                    "ms949",
                    "windows-949",
                    "korean" ->
                    Optional.of(KOREAN);
            // A declaration that was readable as ASCII was not UTF-16.
            case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be" ->
                    Optional.of(StandardCharsets.UTF_8);
            case "iso-8859-1", "latin1", "us-ascii" -> Optional.of(Charset.forName("windows-1252"));
            default -> {
                try {
                    yield Optional.of(Charset.forName(label));
                } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                    yield Optional.empty();
                }
            }
        };
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int index = 0; index < mark.length; index++) {
            if ((bytes[index] & 0xFF) != mark[index]) {
                return false;
            }
        }
        return true;
    }
}
