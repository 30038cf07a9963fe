package io.jium.contracts.deploy;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Room for sites on the built-in host. */
public interface Hosting {

    /**
     * Makes room for a site, or changes its state. Idempotent. Refuses with 410 {@code
     * site_removed} one that was removed.
     */
    @PutExchange("/api/hosting/{serviceId}")
    void host(@PathVariable("serviceId") long serviceId, @RequestBody Room room);

    /**
     * Takes a site down, with its releases, for good: making room for it, even when that was asked
     * before and arrives later, is refused. Idempotent, and a site need not be known.
     */
    @DeleteExchange("/api/hosting/{serviceId}")
    void remove(@PathVariable("serviceId") long serviceId);

    record Room(long ownerId, String slug, State state) {}

    enum State {
        ACTIVE,
        SUSPENDED,
        /** Set aside by its owner: visitors do not see it, and it is not published. */
        CLOSED
    }
}
