package io.jium.contracts.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Customers' sites, called services in addresses and tables. */
public interface Services {

    /** Refuses with 404 {@code not_found} when there is no such service. */
    @GetExchange("/api/services/{id}")
    Service service(@PathVariable("id") long id);

    record Service(
            long id,
            long userId,
            String name,
            String slug,
            @Nullable String domain,
            String status,
            String planType) {}
}
