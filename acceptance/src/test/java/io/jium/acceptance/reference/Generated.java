package io.jium.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.nio.file.Files;

/**
 * A file of the project that is made of the code.
 *
 * @param path inside the project
 */
public record Generated(String path, String text) {

    /** Compares with the file, or with {@code -Djium.generate=true} writes it. */
    public void check() throws IOException {
        var file = Product.folder().resolve(path);
        if (Boolean.getBoolean("jium.generate")) {
            write();
        }
        assertThat(file)
                .as("generate it anew: mvn test -pl acceptance -am -Djium.generate=true")
                .exists()
                .hasContent(text);
    }

    /** Writes it anew. */
    public void write() throws IOException {
        var file = Product.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Shown as the name of its test. */
    @Override
    public String toString() {
        return path;
    }
}
