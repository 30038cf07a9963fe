package io.jium.contracts.deploy;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/** Room for sites on the built-in host. */
public interface Hosting {

    /** Makes room for a site, or changes its state. Idempotent. */
    @PutExchange("/api/hosting/{serviceId}")
    void host(@PathVariable("serviceId") long serviceId, @RequestBody Room room);

    record Room(long ownerId, String slug, State state) {}

    enum State {
        ACTIVE,
        SUSPENDED
    }
}
