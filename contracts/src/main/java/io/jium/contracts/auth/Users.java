package io.jium.contracts.auth;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Customers. */
public interface Users {

    /** Refuses with 404 {@code not_found} when there is no such user. */
    @GetExchange("/api/users/{id}")
    User user(@PathVariable("id") long id);

    /**
     * Makes an account for somebody who did not ask for it himself, and sends him a link to choose
     * a password. The same order again is the same user. Refuses with 422 an address that somebody
     * has already, with 410 {@code order_cancelled} an order that was cancelled.
     */
    @PostExchange("/api/users")
    User create(@RequestBody NewUser user);

    /**
     * Takes an order back, with the user it has made, and for good: the order, even when it arrives
     * later, is refused. Idempotent.
     */
    @DeleteExchange("/api/users/orders/{order}")
    Deletion cancel(@PathVariable("order") String order);

    /**
     * Ends an account: at once it is of no use; sites, and then what is known of the person, are
     * deleted. Idempotent; refuses with 404 an unknown user, with 409 {@code last_administrator}
     * the only one there is.
     */
    @DeleteExchange("/api/users/{id}")
    Deletion delete(@PathVariable("id") long id);

    record User(long id, String name, String email, String role, String status, String locale) {}

    /**
     * @param order chosen by who asks, unique
     * @param locale {@code ko} or {@code en}
     */
    record NewUser(String order, String name, String email, String locale) {}

    /**
     * @param isOver whether nothing is left; else it goes on by itself
     */
    record Deletion(boolean isOver) {}
}
