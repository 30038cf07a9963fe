package io.jium.builder.duplicate;

import io.jium.builder.design.DesignValues;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.menu.Menus;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.PageSlug;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.redirect.Redirects;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.builder.site.SiteSettings;
import io.jium.platform.problem.NotFound;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes pages and sites once more, as they are now and without their past. */
@Component
public class Duplicating {

    private static final int LONGEST_TITLE = 255;

    private final SiteRegister sites;
    private final Pages pages;
    private final PageEvents history;
    private final SiteSettings settings;
    private final LanguagesOfSites languages;
    private final DesignValues design;
    private final Redirects redirects;
    private final Menus menus;
    private final CopiedFiles files;

    Duplicating(
            SiteRegister sites,
            Pages pages,
            PageEvents history,
            SiteSettings settings,
            LanguagesOfSites languages,
            DesignValues design,
            Redirects redirects,
            Menus menus,
            CopiedFiles files) {
        this.sites = sites;
        this.pages = pages;
        this.history = history;
        this.settings = settings;
        this.languages = languages;
        this.design = design;
        this.redirects = redirects;
        this.menus = menus;
        this.files = files;
    }

    /** An owner's page beside the first, under a similar name and address. */
    @Transactional
    public Page page(long id, long ownerId) {
        var page = pages.find(id, ownerId).orElseThrow(NotFound::new);
        var site = sites.owned(page.serviceId(), ownerId);
        sites.hold(site.serviceId(), ownerId);
        return pages.add(
                site.serviceId(),
                ownerId,
                copy(page, title(page.title(), site.locale()), freeSlug(page)));
    }

    /**
     * Gives a new site everything that another of its owner has, but for the past of its pages.
     * Refuses with 404 one that is not its owner's.
     */
    public void site(long from, Site to) {
        var source = sites.owned(from, to.ownerId());
        languages.replace(to, languages.of(source));
        var copies = new HashMap<Long, Long>();
        var groups = new HashMap<Long, Long>();
        for (var page : pages.all(source.serviceId())) {
            var copy =
                    pages.add(to.serviceId(), to.ownerId(), copy(page, page.title(), page.slug()));
            copies.put(page.id(), copy.id());
            var first =
                    page.translationGroup() == null
                            ? null
                            : groups.putIfAbsent(page.translationGroup(), copy.id());
            if (first != null) {
                pages.join(pages.find(first, to.ownerId()).orElseThrow(), copy);
            }
        }
        files.copy(from, to.serviceId());
        design.copy(from, to.serviceId());
        redirects.copy(from, to.serviceId());
        menus.copy(from, to.serviceId(), copies);
        var notFound = settings.of(from).notFoundPageId();
        settings.copy(from, to.serviceId(), notFound == null ? null : copies.get(notFound));
    }

    private NewPage copy(Page page, String title, String slug) {
        return new NewPage(title, slug, history.project(page.id(), page.version()), page.head());
    }

    private static String title(String title, String locale) {
        var end = locale.equals("en") ? " copy" : " 사본";
        return title.substring(0, Math.min(title.length(), LONGEST_TITLE - end.length())) + end;
    }

    private String freeSlug(Page page) {
        var stem = page.isHome() ? page.slug().replaceFirst("index$", "home") : page.slug();
        var number = 2;
        while (pages.at(page.serviceId(), PageSlug.numbered(stem, number)).isPresent()) {
            number++;
        }
        return PageSlug.numbered(stem, number);
    }
}
