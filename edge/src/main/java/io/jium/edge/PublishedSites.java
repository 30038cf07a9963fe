package io.jium.edge;

import io.jium.platform.host.Announcements;
import io.jium.platform.host.Front;
import io.jium.platform.host.HostSettings;
import org.eclipse.jetty.server.Handler;

/** Puts the edge before everything else at the public port. */
public final class PublishedSites implements Front {

    @Override
    public Handler before(Handler next, HostSettings settings, Announcements announcements) {
        var sites = settings.data().resolve("sites");
        var edge = new EdgeHandler(EdgeSettings.of(sites, settings.sitesDomain()), next);
        announcements.onSiteChanged(edge::evict);
        return edge;
    }
}
