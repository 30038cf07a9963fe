package io.jium.edge;

import io.jium.platform.host.Front;
import org.eclipse.jetty.server.Handler;

/** Puts the edge before everything else at the public port. */
public final class PublishedSites implements Front {

    @Override
    public String part() {
        return "edge";
    }

    @Override
    public Handler before(Handler next, Surroundings here) {
        var sites = here.process().data().resolve("sites");
        var edge = new EdgeHandler(EdgeSettings.of(sites, here.process().sitesDomain()), next);
        here.announcements().onSiteChanged(edge::evict);
        return edge;
    }
}
