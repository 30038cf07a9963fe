package io.jium.contracts.payment;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;

/** Customers' sites, called services in addresses and tables. */
public interface Services {

    /** Refuses with 404 {@code not_found} when there is no such service. */
    @GetExchange("/api/services/{id}")
    Service service(@PathVariable("id") long id);

    /**
     * Deletes a service with all that belongs to it. Idempotent; refuses with 404 an unknown one,
     * with 409 {@code service_provisioning} one that is just being opened.
     */
    @DeleteExchange("/api/services/{id}")
    Deletion delete(@PathVariable("id") long id);

    /** Deletes all services of a user; one that is just being opened is left for the next call. */
    @DeleteExchange("/api/services")
    Deletion deleteAllOf(@RequestParam("user_id") long userId);

    /**
     * @param isOver whether nothing is left; what has begun goes on by itself
     */
    record Deletion(boolean isOver) {}

    record Service(
            long id,
            long userId,
            String name,
            String slug,
            @Nullable String domain,
            String status,
            String planType) {}
}
