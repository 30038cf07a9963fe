package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.platform.problem.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.bind.annotation.RestController;

/** What other services call. */
@RestController
class HostingEndpoint implements Hosting {

    private final HostedSites hosted;
    private final LiveSites live;
    private final Publishing publishing;

    HostingEndpoint(HostedSites hosted, LiveSites live, Publishing publishing) {
        this.hosted = hosted;
        this.live = live;
        this.publishing = publishing;
    }

    @Override
    public void host(long serviceId, Room room) {
        hosted.keep(serviceId, room);
        try {
            live.show(hosted.find(serviceId).orElseThrow(NotFound::new));
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
