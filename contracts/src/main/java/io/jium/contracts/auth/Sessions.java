package io.jium.contracts.auth;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Whether a session (the {@code sid} of an access token) may still be used. */
public interface Sessions {

    /** The state now; an unknown session is {@link State#ENDED}. */
    @GetExchange("/api/sessions/{sid}")
    Standing standing(@PathVariable("sid") long sid);

    record Standing(State state) {}

    enum State {
        LIVE,
        ENDED,
        SUSPENDED
    }
}
