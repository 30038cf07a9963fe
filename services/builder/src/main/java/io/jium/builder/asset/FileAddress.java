package io.jium.builder.asset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How pages refer to files: {@code /builder/files/<sha256>/<name>}. On publishing, each becomes
 * {@code /assets/<name>-<first digits of the sha256>.<ending>}.
 */
public final class FileAddress {

    /**
     * Matches an address; groups: sha256, encoded name. The name is bounded, so matching is linear.
     */
    public static final Pattern PATTERN =
            Pattern.compile("/builder/files/([0-9a-f]{64})/([A-Za-z0-9._~%+-]{1,300})");

    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9가-힣._-]+");

    private FileAddress() {}

    static String of(String sha256, String name) {
        return "/builder/files/"
                + sha256
                + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Path below the published site's root, with the content's hash in its name. */
    public static String published(String sha256, String name) {
        var tidy = UNFIT.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        var dot = tidy.lastIndexOf('.');
        var stem = dot > 0 ? tidy.substring(0, dot) : tidy;
        var ending = dot > 0 ? tidy.substring(dot) : "";
        return "assets/"
                + (stem.isEmpty() ? "file" : stem)
                + "-"
                + sha256.substring(0, 12)
                + ending;
    }

    /** Replaces every address in a text. */
    public static String replaceAll(String text, UnaryOperator<String> replacement) {
        return PATTERN.matcher(text)
                .replaceAll(match ->
                        java.util.regex.Matcher.quoteReplacement(replacement.apply(match.group())));
    }
}
