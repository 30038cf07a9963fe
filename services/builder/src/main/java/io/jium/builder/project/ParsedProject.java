package io.jium.builder.project;

import java.util.List;

/** What reading project data came to. */
public sealed interface ParsedProject {

    /**
     * @param dropped what was taken away to make the project harmless, at most {@value
     *     Reading#MAX_REPORTED} entries
     */
    record Accepted(Project project, List<Dropped> dropped) implements ParsedProject {}

    record Refused(List<Problem> problems) implements ParsedProject {}
}
