package io.jium.deploy;

import io.jium.platform.problem.NotFound;
import java.io.IOException;
import org.springframework.stereotype.Component;

/**
 * Makes the address of a site say what its row says. Whoever wrote looks again: of two who write at
 * once, in one process or in two, the later state is what stays.
 */
@Component
class ShowingSites {

    private final HostedSites hosted;
    private final LiveSites live;

    ShowingSites(HostedSites hosted, LiveSites live) {
        this.hosted = hosted;
        this.live = live;
    }

    /** Refuses with 404 a site that is removed, and leaves nothing of it. */
    void show(long serviceId) throws IOException {
        var site = hosted.find(serviceId).orElseThrow(NotFound::new);
        while (true) {
            live.show(site);
            var now = hosted.find(serviceId);
            if (now.isEmpty()) {
                live.hide(serviceId, site.slug());
                throw new NotFound();
            }
            if (now.get().equals(site)) {
                return;
            }
            site = now.get();
        }
    }
}
