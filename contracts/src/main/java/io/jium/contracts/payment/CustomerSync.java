package io.jium.contracts.payment;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Users as the payment service knows them; it hears of them by events, too. */
public interface CustomerSync {

    /** Keeps a user as told. Idempotent. */
    @PostExchange("/api/sync/user")
    void sync(@RequestBody User user);

    record User(long userId, String name, String email) {}
}
