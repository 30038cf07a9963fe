package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.RestController;

/** What other services call. */
@RestController
class HostingEndpoint implements Hosting {

    private final HostedSites hosted;
    private final ShowingSites showing;
    private final PlannedPublications planned;
    private final Publishing publishing;

    HostingEndpoint(
            HostedSites hosted,
            ShowingSites showing,
            PlannedPublications planned,
            Publishing publishing) {
        this.hosted = hosted;
        this.showing = showing;
        this.planned = planned;
        this.publishing = publishing;
    }

    @Override
    public void host(long serviceId, Room room) {
        hosted.keep(serviceId, room);
        if (room.state() == State.CLOSED) {
            planned.cancel(serviceId);
        }
        try {
            showing.show(serviceId);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The address of site " + serviceId + " cannot be written", unwritable);
        }
    }

    @Override
    public void remove(long serviceId) {
        try {
            publishing.takeDown(serviceId);
        } catch (IOException stays) {
            throw new UncheckedIOException("Site " + serviceId + " cannot be taken down", stays);
        }
    }
}
