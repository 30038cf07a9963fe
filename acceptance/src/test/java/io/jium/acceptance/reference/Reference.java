package io.jium.acceptance.reference;

import java.io.IOException;

/** A generated page of {@code docs/reference}. */
public record Reference(String fileName, String text) {

    /** Compares with the file, or with {@code -Djium.generate=true} writes it. */
    public void check() throws IOException {
        new Generated("docs/reference/" + fileName, text).check();
    }

    /** A cell of a table: pipes would end it. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
