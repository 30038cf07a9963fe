package io.jium.builder;

import io.jium.builder.asset.Assets;
import io.jium.builder.design.DesignValues;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.menu.Menus;
import io.jium.builder.page.Pages;
import io.jium.builder.redirect.Redirects;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes a site with all that belongs to it, for good. */
@Component
class RemovingSites {

    private final SiteRegister sites;
    private final SiteSettings settings;
    private final DesignValues design;
    private final LanguagesOfSites languages;
    private final Pages pages;
    private final Assets assets;
    private final Redirects redirects;
    private final Menus menus;

    RemovingSites(
            SiteRegister sites,
            SiteSettings settings,
            DesignValues design,
            LanguagesOfSites languages,
            Pages pages,
            Assets assets,
            Redirects redirects,
            Menus menus) {
        this.sites = sites;
        this.settings = settings;
        this.design = design;
        this.languages = languages;
        this.pages = pages;
        this.assets = assets;
        this.redirects = redirects;
        this.menus = menus;
    }

    /** First the mark: whoever is adding something has ended then, and nobody begins. */
    @Transactional
    public void remove(long serviceId) {
        sites.remove(serviceId);
        pages.removeAll(serviceId);
        settings.remove(serviceId);
        design.remove(serviceId);
        redirects.remove(serviceId);
        menus.remove(serviceId);
        languages.remove(serviceId);
        assets.removeAll(serviceId);
    }
}
