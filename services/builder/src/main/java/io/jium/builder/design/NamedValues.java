package io.jium.builder.design;

import io.jium.builder.design.DesignValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds the colours and typefaces among the custom properties that a style sheet gives to {@code
 * :root}. What it says under conditions (media, supports) is left to it.
 */
final class NamedValues {

    /** More than this is a framework's inner workings, not a site's palette. */
    private static final int MOST = 60;

    private static final int LONGEST = 400;

    private static final Pattern DECLARATION =
            Pattern.compile("(--[\\w-]{1,60})\\s*:\\s*([^;{}]+?)\\s*(?:;|$)");

    /** {@code --ink--name: "먹색 | Ink"} says what its author calls {@code --ink}. */
    private static final String NAME = "--name";

    private static final Pattern LABEL = Pattern.compile("\"([^\"\\\\<>]{1,80})\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);
    private static final Pattern COLOR =
            Pattern.compile(
                    "#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\([0-9a-z.,%/ +-]{3,60}\\)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FONT =
            Pattern.compile(
                    "(?:[\\p{L}\\p{N} _-]+|\"[^\"<>;{}\\\\]+\"|'[^'<>;{}\\\\]+')(?:\\s*,\\s*(?:[\\p{L}\\p{N} _-]+|\"[^\"<>;{}\\\\]+\"|'[^'<>;{}\\\\]+'))*");
    private static final Pattern GENERIC =
            Pattern.compile("\\b(?:sans-serif|serif|monospace|cursive|system-ui)$");

    private NamedValues() {}

    /** In the order of the sheets; what a later one says again holds. */
    static Map<String, DesignValue> of(List<String> styleSheets) {
        var found = new LinkedHashMap<String, DesignValue>();
        for (var css : styleSheets) {
            roots(css, body -> collect(body, found));
        }
        return found;
    }

    static Optional<Kind> kind(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        if (COLOR.matcher(value).matches()) {
            return Optional.of(Kind.COLOR);
        }
        return FONT.matcher(value).matches() && GENERIC.matcher(value).find()
                ? Optional.of(Kind.FONT)
                : Optional.empty();
    }

    private static void collect(String body, Map<String, DesignValue> found) {
        var declaration = DECLARATION.matcher(body);
        while (declaration.find()) {
            var name = declaration.group(1);
            var value = declaration.group(2).strip();
            if (name.endsWith(NAME)) {
                call(name.substring(0, name.length() - NAME.length()), value, found);
            } else if (found.size() < MOST) {
                kind(value)
                        .ifPresent(kind ->
                                found.put(name, new DesignValue(name, kind, "", value, value)));
            }
        }
    }

    private static void call(String name, String quoted, Map<String, DesignValue> found) {
        var label = LABEL.matcher(quoted);
        if (label.matches()) {
            found.computeIfPresent(name, (_, value) -> value.called(label.group(1)));
        }
    }

    /** Hands on what stands between the braces of each {@code :root} that no condition encloses. */
    private static void roots(String css, Consumer<String> take) {
        int depth = 0;
        int preludeFrom = 0;
        int bodyFrom = -1;
        for (int at = 0; at < css.length(); at++) {
            switch (css.charAt(at)) {
                case '/' -> {
                    if (css.startsWith("/*", at)) {
                        int end = css.indexOf("*/", at + 2);
                        at = end < 0 ? css.length() : end + 1;
                    }
                }
                case '"', '\'' -> at = afterString(css, at);
                case '{' -> {
                    if (depth == 0 && isRoot(css.substring(preludeFrom, at))) {
                        bodyFrom = at + 1;
                    }
                    depth++;
                }
                case '}' -> {
                    depth = Math.max(0, depth - 1);
                    if (depth == 0 && bodyFrom >= 0) {
                        take.accept(css.substring(bodyFrom, at));
                        bodyFrom = -1;
                    }
                    preludeFrom = at + 1;
                }
                case ';' -> preludeFrom = at + 1;
                default -> {
                    // Part of a selector or a value.
                }
            }
        }
    }

    private static int afterString(String css, int from) {
        for (int at = from + 1; at < css.length(); at++) {
            char sign = css.charAt(at);
            if (sign == css.charAt(from) || sign == '\n') {
                return at;
            }
            if (sign == '\\') {
                at++;
            }
        }
        return css.length();
    }

    private static boolean isRoot(String prelude) {
        return COMMENT.matcher(prelude).replaceAll("").strip().equals(":root");
    }
}
