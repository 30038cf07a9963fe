package io.jium.builder.project;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a page may name. Answers the address as it may be printed, or null. The scheme is
 * found the way a browser finds it: white space and control characters inside do not count.
 */
public final class Addresses {

    /** Stands before the path of a file of an import until the file has an address of its own. */
    public static final String PLACEHOLDER = "site-file:";

    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_DATA_LENGTH = 500_000;
    private static final Set<String> LINKS =
            Set.of("http", "https", "mailto", "tel", "sms", "site-file");
    private static final Set<String> RESOURCES = Set.of("http", "https", "site-file");
    private static final Set<String> PICTURES =
            Set.of(
                    "image/png",
                    "image/jpeg",
                    "image/webp",
                    "image/gif",
                    "image/avif",
                    "image/svg+xml");
    private static final Set<String> PICTURES_TO_FOLLOW =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    private Addresses() {}

    /** For what a visitor follows or a form sends to. */
    public static @Nullable String link(String address) {
        return checked(address, LINKS, PICTURES_TO_FOLLOW);
    }

    /** For what is shown as a picture, a film or a sound, where even an SVG cannot run. */
    public static @Nullable String picture(String address) {
        return checked(address, RESOURCES, PICTURES);
    }

    /** For {@code url()} in CSS: pictures and fonts. */
    public static @Nullable String inCss(String address) {
        var bare = bare(address);
        if (bare.regionMatches(true, 0, "data:font/", 0, 10)
                || bare.regionMatches(true, 0, "data:application/font", 0, 21)
                || bare.regionMatches(true, 0, "data:application/x-font", 0, 23)) {
            return bare.length() <= MAX_DATA_LENGTH ? bare.replace("<", "%3C") : null;
        }
        var checked = picture(address);
        return checked == null ? null : checked.replace("<", "%3C");
    }

    /** A {@code srcset}: refused as a whole when one of its addresses is. */
    public static @Nullable String pictureSet(String set) {
        boolean allowed =
                SourceSets.addresses(set).stream().allMatch(address -> picture(address) != null);
        return allowed ? set : null;
    }

    private static @Nullable String checked(
            String address, Set<String> schemes, Set<String> dataTypes) {
        var bare = bare(address);
        int colon = bare.indexOf(':');
        boolean relative = colon < 0 || firstOf(bare, "/?#\\") < colon;
        if (relative) {
            return bare.length() <= MAX_LENGTH ? bare : null;
        }
        var scheme = bare.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("data")) {
            int end = firstOf(bare, ",;");
            boolean allowed =
                    end < bare.length()
                            && bare.length() <= MAX_DATA_LENGTH
                            && dataTypes.contains(bare.substring(5, end).toLowerCase(Locale.ROOT));
            return allowed ? bare : null;
        }
        return schemes.contains(scheme) && bare.length() <= MAX_LENGTH ? bare : null;
    }

    private static int firstOf(String text, String characters) {
        for (int index = 0; index < text.length(); index++) {
            if (characters.indexOf(text.charAt(index)) >= 0) {
                return index;
            }
        }
        return text.length();
    }

    /** Browsers drop tabs and line breaks anywhere and controls and blanks at both ends. */
    private static String bare(String address) {
        var out = new StringBuilder(address.length());
        for (int index = 0; index < address.length(); index++) {
            char c = address.charAt(index);
            boolean ignored =
                    c == '\t' || c == '\n' || c == '\r' || (c < ' ' && c != 0) || c == 127;
            if (!ignored) {
                out.append(c == 0 ? '\uFFFD' : c);
            }
        }
        return out.toString().strip();
    }
}
