package io.jium.contracts.payment;

import io.jium.contracts.event.Event;

/** A site is gone: its pages, its place on the host, its subscription. */
public record ServiceDeleted(long serviceId, long ownerId) implements Event {

    @Override
    public String about() {
        return "service " + serviceId;
    }
}
