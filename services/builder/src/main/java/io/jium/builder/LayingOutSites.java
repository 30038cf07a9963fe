package io.jium.builder;

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

    LayingOutSites(SiteRegister sites, Pages pages, Templates templates) {
        this.sites = sites;
        this.pages = pages;
        this.templates = templates;
    }

    /**
     * @param templateId null for one empty home page
     */
    @Transactional
    public void layOut(Site site, @Nullable Long templateId) {
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

    private void add(Site site, NewPage page) {
        pages.add(site.serviceId(), site.ownerId(), page);
    }
}
