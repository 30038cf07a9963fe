package io.jium.builder.importing;

import io.jium.builder.project.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths inside a site, and the placeholders that stand for them in pages and style sheets. */
public final class SitePaths {

    /** Group 1 is the encoded path. */
    public static final Pattern PLACEHOLDER =
            Pattern.compile(Addresses.PLACEHOLDER + "([A-Za-z0-9._~%/-]{1,2000})");

    private SitePaths() {}

    public static String placeholder(String path) {
        var out = new StringBuilder(Addresses.PLACEHOLDER);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || "._~/-".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    /** Replaces each placeholder in a text with what the given function answers for its path. */
    public static String replaceAll(String text, UnaryOperator<String> addressOfPath) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(addressOfPath.apply(decoded(match.group(1)))));
    }

    /**
     * A path without {@code .}, {@code ..} and double slashes; empty when it leads out of the site.
     */
    static Optional<String> normal(String path) {
        var steps = new ArrayDeque<String>();
        for (var step : path.replace('\\', '/').split("/")) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    /** With a slash at the end; empty for the root. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Takes percent-encoding away; what is none stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new byte[bytes.length];
        int length = 0;
        for (int index = 0; index < bytes.length; index++) {
            int high = index + 2 <= bytes.length - 1 ? Character.digit(bytes[index + 1], 16) : -1;
            int low = index + 2 <= bytes.length - 1 ? Character.digit(bytes[index + 2], 16) : -1;
            if (bytes[index] == '%' && high >= 0 && low >= 0) {
                out[length++] = (byte) (high * 16 + low);
                index += 2;
            } else {
                out[length++] = bytes[index];
            }
        }
        return Decoding.name(Arrays.copyOf(out, length));
    }
}
