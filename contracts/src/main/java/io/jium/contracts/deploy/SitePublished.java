package io.jium.contracts.deploy;

import io.jium.contracts.event.Event;

/** Visitors see this release of a site now. */
public record SitePublished(long serviceId, long releaseId) implements Event {

    @Override
    public String about() {
        return "service " + serviceId;
    }
}
