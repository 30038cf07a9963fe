package io.jium.builder.page;

import io.jium.builder.project.Problem;
import io.jium.platform.problem.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The content is no project that a page can have. */
final class ProjectRefused extends Refusal {

    private static final long serialVersionUID = 1;

    ProjectRefused(List<Problem> problems) {
        super(HttpStatus.valueOf(422), "project_refused");
        with(
                "problems",
                problems.stream()
                        .map(problem -> new Where(problem.path(), problem.code()))
                        .toList());
    }

    private record Where(String path, String code) {}
}
