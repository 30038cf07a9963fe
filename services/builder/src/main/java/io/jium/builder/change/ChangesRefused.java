package io.jium.builder.change;

import io.jium.platform.problem.Refusal;
import org.springframework.http.HttpStatus;

/** A change that cannot be made of this page, whoever else changed it. */
final class ChangesRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /**
     * @param at the part it is about
     * @param reason stable, snake_case
     */
    ChangesRefused(String at, String reason) {
        super(HttpStatus.valueOf(422), "changes_refused");
        with("at", at);
        with("why", reason);
    }
}
