package io.jium.edge;

import java.util.List;
import java.util.Locale;

/**
 * What a client makes of compressed answers.
 *
 * @param brotli its quality, 0 to 1; 0 refuses it
 * @param gzip likewise
 * @param identity likewise; an answer that cannot be acceptable is sent as identity all the same
 */
record AcceptedEncodings(float brotli, float gzip, float identity) {

    static final AcceptedEncodings NONE = new AcceptedEncodings(0, 0, 1);

    private static final float UNSAID = -1;

    /** Reads Accept-Encoding lines; a member that makes no sense is as good as not said. */
    static AcceptedEncodings parse(List<String> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        float brotli = UNSAID;
        float gzip = UNSAID;
        float identity = UNSAID;
        float others = UNSAID;
        for (var line : lines) {
            for (var member : line.split(",", -1)) {
                int semicolon = member.indexOf(';');
                var coding = (semicolon < 0 ? member : member.substring(0, semicolon)).strip();
                float quality = semicolon < 0 ? 1 : quality(member.substring(semicolon + 1));
                switch (coding.toLowerCase(Locale.ROOT)) {
                    case "br" -> brotli = quality;
                    case "gzip", "x-gzip" -> gzip = quality;
                    case "identity" -> identity = quality;
                    case "*" -> others = quality;
                    default -> {}
                }
            }
        }
        // What is not named has the quality of "*"; without "*", identity stays acceptable: last.
        return new AcceptedEncodings(
                said(brotli, others, 0),
                said(gzip, others, 0),
                said(identity, others, Float.MIN_VALUE));
    }

    private static float said(float own, float others, float otherwise) {
        return own != UNSAID ? own : others != UNSAID ? others : otherwise;
    }

    private static float quality(String parameters) {
        var trimmed = parameters.strip();
        if (!trimmed.regionMatches(true, 0, "q=", 0, 2)) {
            return 1;
        }
        try {
            float quality = Float.parseFloat(trimmed.substring(2).strip());
            return quality >= 0 && quality <= 1 ? quality : UNSAID;
        } catch (NumberFormatException e) {
            return UNSAID;
        }
    }
}
