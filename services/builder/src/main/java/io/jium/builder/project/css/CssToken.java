package io.jium.builder.project.css;

import org.jspecify.annotations.Nullable;

/**
 * One token and the piece of source it was read from.
 *
 * @param value the text without escapes, quotes or prefix: what the browser would compare
 */
record CssToken(Kind kind, String value, int start, int end) {

    enum Kind {
        IDENT,
        FUNCTION,
        AT_KEYWORD,
        HASH,
        STRING,
        URL,
        NUMBER,
        WHITESPACE,
        COMMENT,
        DELIM,
        COLON,
        SEMICOLON,
        COMMA,
        OPEN_CURLY,
        CLOSE_CURLY,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        /** {@code <!--} and {@code -->}. */
        MARKUP_COMMENT,
        /** A broken string or url; a browser would resynchronise, we refuse. */
        BAD
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isDelim(char character) {
        return kind == Kind.DELIM && value.charAt(0) == character;
    }

    /** The token that closes the block this one opens, or null when it opens none. */
    @Nullable Kind closer() {
        return switch (kind) {
            case FUNCTION, OPEN_ROUND -> Kind.CLOSE_ROUND;
            case OPEN_SQUARE -> Kind.CLOSE_SQUARE;
            case OPEN_CURLY -> Kind.CLOSE_CURLY;
            default -> null;
        };
    }
}
