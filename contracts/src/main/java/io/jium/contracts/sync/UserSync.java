package io.jium.contracts.sync;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Users told outright to the services that keep some of them; they hear of them by events, too. A
 * process tells all of its services that answer this.
 */
public interface UserSync {

    /** Keeps a user as told. Idempotent. */
    @PostExchange("/api/sync/user")
    void sync(@RequestBody User user);

    record User(long userId, String name, String email) {}
}
