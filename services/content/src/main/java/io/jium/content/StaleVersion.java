package io.jium.content;

import io.jium.platform.problem.Refusal;
import io.jium.platform.web.IfMatch;
import org.springframework.http.HttpStatus;

/** Somebody changed it since; carries what is there now. */
final class StaleVersion extends Refusal {

    private static final long serialVersionUID = 1;

    StaleVersion(long version, Object current) {
        super(HttpStatus.PRECONDITION_FAILED, "stale_version");
        with("current", current);
        header("ETag", IfMatch.etag(version));
    }
}
