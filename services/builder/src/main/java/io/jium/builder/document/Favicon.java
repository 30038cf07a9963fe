package io.jium.builder.document;

/**
 * A favicon for sites that have none: the first letter of the name on a colour that the name
 * chooses.
 */
final class Favicon {

    private Favicon() {}

    static String svg(String name) {
        var letter =
                name.isBlank()
                        ? "·"
                        : name.strip().substring(0, name.strip().offsetByCodePoints(0, 1));
        var hue = Math.floorMod(name.hashCode(), 360);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="15" \
        fill="hsl(%d 48%% 38%%)"/><text x="32" y="44" font-family="system-ui,sans-serif" font-size="34" \
        font-weight="700" text-anchor="middle" fill="#fff">%s</text></svg>
        """
                .formatted(hue, Html.escape(letter.toUpperCase(java.util.Locale.ROOT)));
    }
}
