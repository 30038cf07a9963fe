package io.jium.contracts.auth;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Customers by id. */
public interface Users {

    /** Refuses with 404 {@code not_found} when there is no such user. */
    @GetExchange("/api/users/{id}")
    User user(@PathVariable("id") long id);

    record User(long id, String name, String email, String role, String status, String locale) {}
}
