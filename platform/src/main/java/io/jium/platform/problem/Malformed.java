package io.jium.platform.problem;

import org.springframework.http.HttpStatus;

/** The request itself cannot be read. */
public final class Malformed extends Refusal {

    private static final long serialVersionUID = 1;

    public Malformed() {
        super(HttpStatus.BAD_REQUEST, "malformed_request");
    }
}
