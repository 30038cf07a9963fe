package io.jium.acceptance.reference;

import io.jium.acceptance.Product;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The message catalogues of the platform and all services. */
final class Catalogues {

    private Catalogues() {}

    static Stream<String> names() {
        return Stream.concat(Stream.of("platform"), Product.services().stream());
    }

    /** Texts of one catalogue; empty when there is none. */
    static Map<String, String> texts(String name, String language) {
        var file = "/messages/%s_%s.properties".formatted(name, language);
        var texts = new TreeMap<String, String>();
        try (var stream = Catalogues.class.getResourceAsStream(file)) {
            if (stream != null) {
                var properties = new Properties();
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
        return texts;
    }

    /** Texts of all catalogues. */
    static Map<String, String> all(String language) {
        var all = new LinkedHashMap<String, String>();
        names().forEach(name -> all.putAll(texts(name, language)));
        return new TreeMap<>(all);
    }

    /** A text as people see it: MessageFormat writes an apostrophe twice. */
    static String shown(Map<String, String> texts, String key) {
        return texts.getOrDefault(key, "").replace("''", "'");
    }
}
