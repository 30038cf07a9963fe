package io.jium.platform.problem;

import org.springframework.http.HttpStatus;

/** There is no such thing, or none that the caller may know of. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1;

    public NotFound() {
        super(HttpStatus.NOT_FOUND, "not_found");
    }
}
