package io.jium.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.nio.file.Files;

/** A generated page of {@code docs/reference}. */
public record Reference(String fileName, String text) {

    /** Compares with the file, or with {@code -Djium.generate=true} writes it. */
    public void check() throws IOException {
        var file = Product.folder().resolve("docs/reference").resolve(fileName);
        if (Boolean.getBoolean("jium.generate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("generate it anew: mvn test -pl acceptance -am -Djium.generate=true")
                .exists()
                .hasContent(text);
    }

    /** A cell of a table: pipes would end it. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
