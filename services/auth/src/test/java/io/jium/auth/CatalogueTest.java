package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        var korean = catalogue("ko");
        assertThat(korean.stringPropertyNames())
                .isEqualTo(catalogue("en").stringPropertyNames())
                .isNotEmpty();
        assertThat(korean.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties catalogue(String language) throws IOException {
        var catalogue = new Properties();
        try (var file =
                CatalogueTest.class.getResourceAsStream(
                        "/messages/auth_" + language + ".properties")) {
            catalogue.load(
                    new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return catalogue;
    }
}
