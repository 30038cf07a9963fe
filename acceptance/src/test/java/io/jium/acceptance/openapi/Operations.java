package io.jium.acceptance.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** What the calls are for, and what they answer when all is well: {@code operations.properties}. */
public final class Operations {

    private Operations() {}

    /** The status and the sentence of one call. */
    public record Told(int status, String sentence) {}

    /** By {@code GET /path/{id}}. */
    public static Map<String, Told> all() {
        var properties = new Properties();
        try (var file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Operations.class.getResourceAsStream("/operations.properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var all = new TreeMap<String, Told>();
        properties.forEach((call, told) -> {
            var text = (String) told;
            all.put(
                    (String) call,
                    new Told(Integer.parseInt(text.substring(0, 3)), text.substring(4)));
        });
        return all;
    }
}
