package io.jium.builder.page;

import io.jium.builder.change.PageDocument;
import io.jium.builder.project.ParsedProject;
import io.jium.builder.project.Problem;
import io.jium.builder.project.Project;
import io.jium.builder.project.ProjectParser;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Between what clients send, what is stored, and what can be rendered: only validated projects
 * pass.
 */
public final class Projects {

    private Projects() {}

    /** Refuses with 422 what is no project; what is harmful in one is taken away. */
    public static Project accept(JsonNode project) {
        return accepted(ProjectParser.parse(project));
    }

    /**
     * A stored project. It is validated again: the rules may have become stricter since it was
     * stored.
     */
    public static Project read(StoredProject stored) {
        return accepted(ProjectParser.parse(stored.json()));
    }

    /**
     * A project in its stored form: each part has a name by which changes find it. Refuses with 422
     * what is too large with them: what is stored can be read.
     */
    public static StoredProject store(Project project) {
        var json = PageDocument.of(project).toBytes();
        if (json.length > ProjectParser.MAX_BYTES) {
            throw new ProjectRefused(List.of(new Problem("", "too_large")));
        }
        return StoredProject.of(json);
    }

    private static Project accepted(ParsedProject parsed) {
        return switch (parsed) {
            case ParsedProject.Accepted accepted -> accepted.project();
            case ParsedProject.Refused refused -> throw new ProjectRefused(refused.problems());
        };
    }
}
