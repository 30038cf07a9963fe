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

    HostingEndpoint(HostedSites hosted, LiveSites live) {
        this.hosted = hosted;
        this.live = live;
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
}
