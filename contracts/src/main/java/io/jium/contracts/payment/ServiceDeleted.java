package io.jium.contracts.payment;

import io.jium.contracts.event.Event;

/** A site is gone, with everything on it. */
public record ServiceDeleted(long serviceId, long ownerId) implements Event {

    @Override
    public String about() {
        return "service " + serviceId;
    }
}
