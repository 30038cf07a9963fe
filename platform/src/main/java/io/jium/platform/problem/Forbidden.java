package io.jium.platform.problem;

import org.springframework.http.HttpStatus;

/** The caller is known but may not do this. */
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1;

    public Forbidden() {
        super(HttpStatus.FORBIDDEN, "forbidden");
    }
}
