package io.jium.platform.events;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Where a service hears events; bound like a contract, by the name of the hearing service. */
public interface Inboxes {

    /**
     * Hears what it has not heard yet, and answers how far it is: with nothing to hear, that is a
     * question. What does not follow on the last one heard is left alone.
     */
    @PostExchange("/api/events/{hearer}/{teller}")
    Position hear(
            @PathVariable("hearer") String hearer,
            @PathVariable("teller") String teller,
            @RequestBody List<Envelope> events);

    /**
     * @param seq of the last event of the teller that was heard; 0 when none was
     */
    record Position(long seq) {}
}
