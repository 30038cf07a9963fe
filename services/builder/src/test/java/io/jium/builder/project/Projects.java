package io.jium.builder.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short ways to projects, for tests here and beside. */
public final class Projects {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private Projects() {}

    /** Project data around components, written as JSON with apostrophes for quotes. */
    public static String withComponents(String components) {
        return with(components, "[]");
    }

    public static String with(String components, String styles) {
        return "{'styles':%s,'pages':[{'id':'p','frames':[{'component':{'type':'wrapper','components':%s}}]}]}"
                .formatted(styles, components)
                .replace('\'', '"');
    }

    public static ParsedProject parse(String json) {
        return ProjectParser.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    public static Project accepted(String json) {
        return accepted(parse(json));
    }

    public static Project accepted(ParsedProject outcome) {
        return switch (outcome) {
            case ParsedProject.Accepted(var project, var _) -> project;
            case ParsedProject.Refused(var problems) ->
                    throw new AssertionError("refused: " + problems);
        };
    }

    public static JsonNode resource(Class<?> owner, String name) {
        try (var stream = owner.getResourceAsStream(name)) {
            return JSON.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
