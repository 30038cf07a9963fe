package io.jium.contracts.payment;

import io.jium.contracts.event.Event;

/** A site is open: its pages are laid out and it has a place on the host. */
public record ServiceCreated(long serviceId, long ownerId, String slug) implements Event {

    @Override
    public String about() {
        return "service " + serviceId;
    }
}
