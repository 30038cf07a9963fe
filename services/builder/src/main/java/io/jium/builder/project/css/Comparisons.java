package io.jium.builder.project.css;

import io.jium.builder.project.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns range conditions around, {@code (width <= 600px)} to {@code (600px >= width)}: they mean
 * the same, and the second can stand in a style element where no {@code <} may.
 */
final class Comparisons {

    private Comparisons() {}

    static List<CssToken> turned(List<CssToken> tokens) {
        if (tokens.stream().noneMatch(token -> token.isDelim('<'))) {
            return tokens;
        }
        var result = new ArrayList<CssToken>(tokens.size());
        int open = -1;
        for (var token : tokens) {
            result.add(token);
            if (token.closer() != null) {
                open = result.size();
            } else if (token.is(Kind.CLOSE_ROUND) && open >= 0) {
                turn(result.subList(open, result.size() - 1));
                open = -1;
            }
        }
        return result;
    }

    /**
     * Only innermost brackets are given; one with both directions, or a ratio, is left to be
     * refused.
     */
    private static void turn(List<CssToken> condition) {
        boolean up = condition.stream().anyMatch(token -> token.isDelim('<'));
        boolean down = condition.stream().anyMatch(token -> token.isDelim('>'));
        boolean ratio = condition.stream().anyMatch(token -> token.isDelim('/'));
        if (!up || down || ratio) {
            return;
        }
        for (int index = 0; index < condition.size(); index++) {
            var token = condition.get(index);
            if (token.isDelim('<')) {
                condition.set(index, new CssToken(Kind.DELIM, ">", token.start(), token.end()));
            }
        }
        Collections.reverse(condition);
        // The reversal also turned ">=" into "=>".
        for (int index = 1; index < condition.size(); index++) {
            if (condition.get(index).isDelim('>') && condition.get(index - 1).isDelim('=')) {
                Collections.swap(condition, index, index - 1);
            }
        }
    }
}
