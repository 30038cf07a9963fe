package io.jium.contracts.builder;

import io.jium.contracts.event.Event;

/** A page has a new version. */
public record PageSaved(long serviceId, long pageId, long version) implements Event {

    @Override
    public String about() {
        return "page " + pageId;
    }
}
