package io.jium.builder.render;

/** Escapes as the editor does: the same four characters in the same way. */
final class Escaping {

    private Escaping() {}

    static void text(String text, StringBuilder out) {
        escape(text, out, false);
    }

    static void attribute(String value, StringBuilder out) {
        escape(value, out, true);
    }

    private static void escape(String text, StringBuilder out, boolean quotes) {
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
