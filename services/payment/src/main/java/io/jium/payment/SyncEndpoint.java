package io.jium.payment;

import io.jium.contracts.sync.UserSync;
import org.springframework.web.bind.annotation.RestController;

/** Users told outright, beside the events. */
@RestController
class SyncEndpoint implements UserSync {

    private final Customers customers;

    SyncEndpoint(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void sync(User user) {
        customers.keep(user.userId(), user.name(), user.email());
    }
}
