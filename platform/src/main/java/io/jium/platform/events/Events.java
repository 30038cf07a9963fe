package io.jium.platform.events;

import io.jium.contracts.event.Event;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells others what has happened in this service. Thread-safe. */
@Component
public class Events {

    private final Outbox outbox;
    private final Relay relay;

    Events(Outbox outbox, Relay relay) {
        this.outbox = outbox;
        this.relay = relay;
    }

    /**
     * Takes back, with the open transaction, what was told about a thing: who has heard it keeps
     * what he made of it, who comes later does not hear of it. For people who leave.
     *
     * @param about see {@link Event#about}
     */
    public void forget(String about) {
        outbox.forget(about);
    }

    /**
     * Tells an event: with the open transaction, or not at all when that is rolled back. Refused
     * outside of one: fact and event would come apart in a crash.
     */
    public void tell(Event event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    event.getClass().getSimpleName() + " is told outside of a transaction");
        }
        outbox.add(event);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        relay.wake();
                    }
                });
    }
}
