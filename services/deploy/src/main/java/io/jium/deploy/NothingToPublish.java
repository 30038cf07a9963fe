package io.jium.deploy;

import io.jium.platform.problem.Refusal;
import org.springframework.http.HttpStatus;

/** The site has no page. */
final class NothingToPublish extends Refusal {

    private static final long serialVersionUID = 1;

    NothingToPublish() {
        super(HttpStatus.CONFLICT, "nothing_to_publish");
    }
}
