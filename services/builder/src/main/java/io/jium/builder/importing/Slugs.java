package io.jium.builder.importing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the addresses of pages from the paths of their files: readable, unique and free of reserved
 * words.
 */
final class Slugs {

    static final String HOME = "index";

    private static final int MAX_LENGTH = 80;

    /** The words the builder keeps for itself in every site; its page addresses refuse them too. */
    private static final Set<String> RESERVED =
            Set.of(
                    "404", "503", "assets", "files", "sitemap", "robots", "favicon", "api", "admin",
                    "jium", "_jium");

    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9가-힣]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Set<String> taken = new HashSet<>();

    Slugs() {
        taken.add(HOME);
        taken.addAll(RESERVED);
    }

    /** For a page that is not the home page. */
    String of(String path) {
        var stem = path.replaceFirst("\\.[A-Za-z]{3,5}$", "").replaceFirst("(^|/)index$", "");
        var tidy = tidy(stem);
        var base = tidy.isEmpty() ? "page" : tidy;
        var slug = base;
        for (int number = 2; !taken.add(slug); number++) {
            var suffix = "-" + number;
            slug =
                    base.substring(0, Math.min(base.length(), MAX_LENGTH - suffix.length()))
                            + suffix;
        }
        return slug;
    }

    /**
     * Accents are taken off Latin letters; Hangul, which the same step takes apart, is put together
     * again.
     */
    private static String tidy(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var whole = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        var words = UNFIT.matcher(whole.toLowerCase(Locale.ROOT)).replaceAll("-");
        var cut = words.substring(0, Math.min(words.length(), MAX_LENGTH));
        return cut.replaceAll("^-+|-+$", "");
    }
}
