package io.jium.builder;

import io.jium.builder.duplicate.Duplicating;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.builder.template.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new site its first pages: all or none, once. */
@Component
class LayingOutSites {

    private final SiteRegister sites;
    private final Pages pages;
    private final Templates templates;
    private final Duplicating duplicating;

    LayingOutSites(SiteRegister sites, Pages pages, Templates templates, Duplicating duplicating) {
        this.sites = sites;
        this.pages = pages;
        this.templates = templates;
        this.duplicating = duplicating;
    }

    /**
     * @param templateId null for one empty home page
     * @param copyOf the site to begin as, in its language; one of the same owner
     */
    @Transactional
    public void layOut(Site site, @Nullable Long templateId, @Nullable Long copyOf) {
        if (copyOf != null) {
            begin(site, sites.owned(copyOf, site.ownerId()));
            return;
        }
        sites.enter(site);
        if (pages.hasAny(site.serviceId())) {
            return;
        }
        if (templateId == null) {
            var title = site.locale().equals("en") ? "Home" : "홈";
            add(site, new NewPage(title, Page.HOME, Projects.store(ProjectParser.empty()), null));
            return;
        }
        for (var page : templates.pages(templateId, site.locale())) {
            add(site, page);
        }
    }

    private void begin(Site site, Site source) {
        var copy = new Site(site.serviceId(), site.ownerId(), site.name(), source.locale());
        sites.enter(copy);
        if (!pages.hasAny(site.serviceId())) {
            duplicating.site(source.serviceId(), copy);
        }
    }

    private void add(Site site, NewPage page) {
        pages.add(site.serviceId(), site.ownerId(), page);
    }
}
