package io.jium.builder.project.css;

import io.jium.builder.project.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into tokens as CSS Syntax Level 3, section 4 does, in one pass without looking back.
 * Numbers, percentages and dimensions are one kind because nothing here tells them apart.
 */
final class CssTokenizer {

    private static final char END = '\0';

    private final String text;
    private int at;

    private CssTokenizer(String text) {
        this.text = text;
    }

    static List<CssToken> tokens(String text) {
        // A NUL is a replacement character to a browser; here it also marks the end.
        var tokenizer = new CssTokenizer(text.replace('\0', '\uFFFD'));
        var tokens = new ArrayList<CssToken>(text.length() / 4 + 4);
        while (tokenizer.at < tokenizer.text.length()) {
            tokens.add(tokenizer.next());
        }
        return tokens;
    }

    private CssToken next() {
        int start = at;
        char c = peek(0);
        if (isSpace(c)) {
            while (isSpace(peek(0))) {
                at++;
            }
            return token(Kind.WHITESPACE, " ", start);
        }
        if (c == '/' && peek(1) == '*') {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            return token(Kind.COMMENT, "", start);
        }
        if (c == '"' || c == '\'') {
            return string(start, c);
        }
        if (c == '#' && (isName(peek(1)) || isEscape(1))) {
            at++;
            return token(Kind.HASH, name(), start);
        }
        if (c == '@' && startsIdent(1)) {
            at++;
            return token(Kind.AT_KEYWORD, name(), start);
        }
        if (startsNumber()) {
            return number(start);
        }
        if (text.startsWith("<!--", at) || text.startsWith("-->", at)) {
            at += c == '<' ? 4 : 3;
            return token(Kind.MARKUP_COMMENT, "", start);
        }
        if (startsIdent(0)) {
            return identLike(start);
        }
        at++;
        return token(punctuation(c), String.valueOf(c), start);
    }

    private static Kind punctuation(char c) {
        return switch (c) {
            case ':' -> Kind.COLON;
            case ';' -> Kind.SEMICOLON;
            case ',' -> Kind.COMMA;
            case '{' -> Kind.OPEN_CURLY;
            case '}' -> Kind.CLOSE_CURLY;
            case '(' -> Kind.OPEN_ROUND;
            case ')' -> Kind.CLOSE_ROUND;
            case '[' -> Kind.OPEN_SQUARE;
            case ']' -> Kind.CLOSE_SQUARE;
            default -> Kind.DELIM;
        };
    }

    private CssToken string(int start, char quote) {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return token(Kind.STRING, value.toString(), start);
            }
            if (isNewline(c)) {
                return token(Kind.BAD, "", start);
            }
            if (c != '\\') {
                value.append(c);
                at++;
            } else if (isNewline(peek(1))) {
                at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            } else if (at + 1 >= text.length()) {
                at++;
            } else {
                escape(value);
            }
        }
        return token(Kind.BAD, "", start);
    }

    private CssToken number(int start) {
        if (peek(0) == '+' || peek(0) == '-') {
            at++;
        }
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        if ((peek(0) | 32) == 'e') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
        var unit = "";
        if (peek(0) == '%') {
            at++;
        } else if (startsIdent(0)) {
            int digitsEnd = at;
            unit = name();
            return new CssToken(Kind.NUMBER, text.substring(start, digitsEnd) + unit, start, at);
        }
        return token(Kind.NUMBER, text.substring(start, at), start);
    }

    private CssToken identLike(int start) {
        var name = name();
        if (peek(0) != '(') {
            return token(Kind.IDENT, name, start);
        }
        at++;
        if (!name.equalsIgnoreCase("url")) {
            return token(Kind.FUNCTION, name, start);
        }
        int ahead = at;
        while (ahead < text.length() && isSpace(text.charAt(ahead))) {
            ahead++;
        }
        if (ahead < text.length() && (text.charAt(ahead) == '"' || text.charAt(ahead) == '\'')) {
            return token(Kind.FUNCTION, name, start);
        }
        at = ahead;
        return url(start);
    }

    private CssToken url(int start) {
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ')') {
                at++;
                return token(Kind.URL, value.toString(), start);
            }
            if (isSpace(c)) {
                while (isSpace(peek(0))) {
                    at++;
                }
                if (peek(0) != ')') {
                    break;
                }
            } else if (isEscape(0)) {
                escape(value);
            } else if (c == '"' || c == '\'' || c == '(' || c == '\\' || c < ' ' || c == 127) {
                break;
            } else {
                value.append(c);
                at++;
            }
        }
        int close = text.indexOf(')', at);
        at = close < 0 ? text.length() : close + 1;
        return token(Kind.BAD, "", start);
    }

    private String name() {
        int start = at;
        while (isName(peek(0))) {
            at++;
        }
        if (!isEscape(0)) {
            return text.substring(start, at);
        }
        var name = new StringBuilder(text.substring(start, at));
        while (true) {
            if (isEscape(0)) {
                escape(name);
            } else if (isName(peek(0))) {
                name.append(text.charAt(at++));
            } else {
                return name.toString();
            }
        }
    }

    /** Reads the escape at the current backslash. */
    private void escape(StringBuilder into) {
        at++;
        int code = 0;
        int count = 0;
        while (count < 6 && Character.digit(peek(0), 16) >= 0 && peek(0) < 128) {
            code = code * 16 + Character.digit(text.charAt(at++), 16);
            count++;
        }
        if (count == 0) {
            int literal = text.codePointAt(at);
            into.appendCodePoint(literal);
            at += Character.charCount(literal);
            return;
        }
        boolean printable =
                code != 0 && code <= Character.MAX_CODE_POINT && (code < 0xD800 || code > 0xDFFF);
        into.appendCodePoint(printable ? code : 0xFFFD);
        if (isSpace(peek(0))) {
            at += peek(0) == '\r' && peek(1) == '\n' ? 2 : 1;
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private boolean startsNumber() {
        int offset = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return isDigit(peek(offset)) || (peek(offset) == '.' && isDigit(peek(offset + 1)));
    }

    private boolean startsIdent(int offset) {
        char c = peek(offset);
        if (c == '-') {
            char second = peek(offset + 1);
            return second == '-' || isNameStart(second) || isEscape(offset + 1);
        }
        return isNameStart(c) || isEscape(offset);
    }

    private boolean isEscape(int offset) {
        return peek(offset) == '\\'
                && at + offset + 1 < text.length()
                && !isNewline(peek(offset + 1));
    }

    private char peek(int offset) {
        int index = at + offset;
        return index < text.length() ? text.charAt(index) : END;
    }

    private CssToken token(Kind kind, String value, int start) {
        return new CssToken(kind, value, start, at);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    private static boolean isName(char c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }
}
