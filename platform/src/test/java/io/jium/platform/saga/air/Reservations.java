package io.jium.platform.saga.air;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is reserved for trips. */
@HttpExchange("/api/reservations")
public interface Reservations {

    /** Refused with 410 once it was cancelled, and with 409 for what is called {@code full}. */
    @PutExchange("/{trip}/{kind}")
    void reserve(@PathVariable("trip") long trip, @PathVariable("kind") String kind);

    /** Nothing of it is left, and nothing will come. */
    @DeleteExchange("/{trip}/{kind}")
    void cancel(@PathVariable("trip") long trip, @PathVariable("kind") String kind);
}
