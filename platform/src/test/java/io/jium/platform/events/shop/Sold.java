package io.jium.platform.events.shop;

import io.jium.contracts.event.Event;

/** An item was sold. */
public record Sold(long item, String note) implements Event {

    @Override
    public String about() {
        return "item " + item;
    }
}
