package io.jium.builder.project.css;

/** Writes names and strings as the CSSOM serialises them, and never a {@code <}. */
public final class CssText {

    private CssText() {}

    /** What {@code CSS.escape} answers in a browser. */
    public static String identifier(String name) {
        if (isPlain(name)) {
            return name;
        }
        var out = new StringBuilder(name.length() + 8);
        for (int index = 0; index < name.length(); index++) {
            char c = name.charAt(index);
            boolean leadingDigit =
                    isDigit(c) && (index == 0 || (index == 1 && name.charAt(0) == '-'));
            if (leadingDigit) {
                hex(out, c);
            } else if (c == '-' && name.length() == 1) {
                out.append("\\-");
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    /** A name that may begin with a digit, as after a hash. */
    static String name(String name) {
        var out = new StringBuilder(name.length() + 8);
        for (int index = 0; index < name.length(); index++) {
            append(out, name.charAt(index));
        }
        return out.toString();
    }

    static String string(String value, char quote) {
        var out = new StringBuilder(value.length() + 2).append(quote);
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '<' || c < ' ' || c == 127) {
                hex(out, c);
            } else {
                out.append(c);
            }
        }
        return out.append(quote).toString();
    }

    /** Whether a string may be printed just as it was written, escapes included. */
    static boolean isPlainString(String written) {
        return written.chars().noneMatch(c -> c == '<' || c < ' ' || c == 127);
    }

    /** Whether an address may stand in {@code url()} without quotes. */
    static boolean isPlainUrl(String address) {
        return address.chars().noneMatch(c -> c <= ' ' || c == 127 || "\"'()\\<".indexOf(c) >= 0);
    }

    private static void append(StringBuilder out, char c) {
        if (c == 0) {
            out.append('\uFFFD');
        } else if (c < ' ' || c == 127) {
            hex(out, c);
        } else if (isNameCharacter(c)) {
            out.append(c);
        } else if (c == '<') {
            // A backslash alone would leave the character itself in the text.
            hex(out, c);
        } else {
            out.append('\\').append(c);
        }
    }

    private static void hex(StringBuilder out, char c) {
        out.append('\\').append(Integer.toHexString(c)).append(' ');
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0)) || name.charAt(0) == '-') {
            return false;
        }
        return name.chars().allMatch(c -> isNameCharacter((char) c));
    }

    private static boolean isNameCharacter(char c) {
        return c >= 128
                || c == '-'
                || c == '_'
                || isDigit(c)
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
