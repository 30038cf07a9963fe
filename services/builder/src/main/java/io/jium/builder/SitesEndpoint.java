package io.jium.builder;

import io.jium.builder.document.RenderingSites;
import io.jium.builder.page.Pages;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.contracts.builder.Sites;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** What other services call. */
@RestController
class SitesEndpoint implements Sites {

    private final LayingOutSites layingOut;
    private final RemovingSites removing;
    private final RenderingSites rendering;
    private final SiteRegister sites;
    private final Pages pages;

    SitesEndpoint(
            LayingOutSites layingOut,
            RemovingSites removing,
            RenderingSites rendering,
            SiteRegister sites,
            Pages pages) {
        this.layingOut = layingOut;
        this.removing = removing;
        this.rendering = rendering;
        this.sites = sites;
        this.pages = pages;
    }

    @Override
    public void layOut(long serviceId, Layout layout) {
        layingOut.layOut(
                new Site(serviceId, layout.ownerId(), layout.name(), layout.locale()),
                layout.templateId(),
                layout.copyOf());
    }

    @Override
    public void remove(long serviceId) {
        removing.remove(serviceId);
    }

    @Override
    public RenderedSite rendered(long serviceId, String baseUrl) {
        return rendering.render(sites.find(serviceId).orElseThrow(NotFound::new), baseUrl);
    }

    @Override
    public void published(long serviceId, Published published) {
        pages.markPublished(serviceId, published.versions());
    }
}
