package io.jium.platform.problem;

import org.springframework.http.HttpStatus;

/** A needed service does not answer; the caller may try again. */
public final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1;

    /** This process itself: it stops, or has more to do than it can. */
    public Unavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "service_unavailable");
        header("Retry-After", "5");
    }

    /** The service that is named, told as the member {@code service}. */
    public Unavailable(String service, Throwable cause) {
        super(cause, HttpStatus.SERVICE_UNAVAILABLE, "service_unavailable");
        with("service", service);
        header("Retry-After", "5");
    }
}
