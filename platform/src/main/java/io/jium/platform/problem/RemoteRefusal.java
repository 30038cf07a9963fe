package io.jium.platform.problem;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * A refusal made by a service in another process: its status, code, texts and members as they came.
 */
public final class RemoteRefusal extends Refusal {

    private static final long serialVersionUID = 1;
    private static final Set<String> OURS =
            Set.of("type", "status", "code", "instance", "trace_id");

    private final transient Map<String, Object> texts;

    /**
     * @param problem the body as it came
     */
    public RemoteRefusal(HttpStatus status, String code, Map<String, Object> problem) {
        super(status, code);
        this.texts = problem;
        problem.forEach((member, value) -> {
            if (!OURS.contains(member)) {
                with(member, value);
            }
        });
    }

    String title() {
        return String.valueOf(texts.get("title"));
    }

    String detail() {
        return String.valueOf(texts.get("detail"));
    }
}
