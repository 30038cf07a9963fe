package io.jium.platform.events;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What a service has told; bound like a contract, by the name of the telling service. */
public interface Outboxes {

    /** The next events after a number, in their order, at most so many. */
    @GetExchange("/api/events/{teller}/told")
    List<Envelope> told(
            @PathVariable("teller") String teller,
            @RequestParam("after") long after,
            @RequestParam("most") int most);
}
