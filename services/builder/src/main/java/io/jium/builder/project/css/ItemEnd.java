package io.jium.builder.project.css;

import java.util.List;

/** Finds where declarations and the beginnings of rules end. */
final class ItemEnd {

    private ItemEnd() {}

    /**
     * Where the item that starts here ends: at a semicolon, a closing curly bracket or (when a
     * block ends it) an opening one, outside of other brackets; or at the end of the text.
     */
    static int of(List<CssToken> tokens, int from, boolean atBlock) {
        int depth = 0;
        for (int index = from; index < tokens.size(); index++) {
            var kind = tokens.get(index).kind();
            switch (kind) {
                case OPEN_CURLY -> {
                    if (atBlock) {
                        return index;
                    }
                    depth++;
                }
                case FUNCTION, OPEN_ROUND, OPEN_SQUARE -> depth++;
                case CLOSE_ROUND, CLOSE_SQUARE -> depth = Math.max(0, depth - 1);
                case CLOSE_CURLY -> {
                    if (depth == 0 || atBlock) {
                        return index;
                    }
                    depth--;
                }
                case SEMICOLON -> {
                    if (depth == 0) {
                        return index;
                    }
                }
                default -> {}
            }
        }
        return tokens.size();
    }
}
