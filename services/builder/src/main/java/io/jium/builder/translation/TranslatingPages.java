package io.jium.builder.translation;

import io.jium.builder.document.PageHead;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.language.SiteLanguages;
import io.jium.builder.language.Translations;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.PageSlug;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.page.StoredProject;
import io.jium.builder.project.Project;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes a copy of a page for another language, whose words are then translated by hand. */
@Component
class TranslatingPages {

    private final SiteRegister sites;
    private final LanguagesOfSites languages;
    private final Pages pages;
    private final PageEvents history;
    private final JsonMapper json;

    TranslatingPages(
            SiteRegister sites,
            LanguagesOfSites languages,
            Pages pages,
            PageEvents history,
            JsonMapper json) {
        this.sites = sites;
        this.languages = languages;
        this.pages = pages;
        this.history = history;
        this.json = json;
    }

    /**
     * @param title null for the one that the page has
     * @param slug null for the page's own, or a similar one where that is taken
     */
    record Wanted(String language, @Nullable String title, @Nullable String slug) {}

    /** Refuses a language that the site has not, and one in which the page is there already. */
    @Transactional
    public Page translate(long id, long ownerId, Wanted wanted) {
        var found = pages.find(id, ownerId).orElseThrow(NotFound::new);
        sites.hold(found.serviceId(), ownerId);
        var site = sites.owned(found.serviceId(), ownerId);
        // Only now nobody else translates it.
        var page = pages.find(id, ownerId).orElseThrow(NotFound::new);
        var spoken = languages.of(site);
        var language = spoken.known("language", wanted.language());
        var translations = Translations.among(pages.all(site.serviceId()), spoken);
        if (translations.in(language, page).isPresent()) {
            throw InvalidFields.of("language", "translated_already");
        }
        var title = wanted.title() == null ? page.title() : wanted.title();
        var copy =
                pages.add(
                        site.serviceId(),
                        ownerId,
                        new NewPage(
                                title,
                                address(wanted, page, language, spoken),
                                words(page),
                                head(page)));
        pages.join(page, copy);
        return pages.find(copy.id(), ownerId).orElseThrow();
    }

    private String address(Wanted wanted, Page page, String language, SiteLanguages spoken) {
        if (wanted.slug() != null) {
            return spoken.checkedAddress(language, wanted.slug());
        }
        var similar = spoken.address(language, page.name());
        var slug = similar;
        for (var n = 2; isTaken(slug, page, spoken); n++) {
            slug = PageSlug.numbered(similar, n);
        }
        return slug;
    }

    private boolean isTaken(String slug, Page page, SiteLanguages spoken) {
        return spoken.prefixes().contains(slug) || pages.at(page.serviceId(), slug).isPresent();
    }

    /** The page says in which language it is; an imported one may have said so itself. */
    private StoredProject words(Page page) {
        var project = Projects.read(history.project(page.id(), page.version()));
        var attributes = new LinkedHashMap<>(project.documentAttributes());
        attributes.remove("lang");
        attributes.remove("dir");
        return Projects.store(
                new Project(
                        project.wrapper(),
                        project.styles(),
                        project.symbols(),
                        project.pageDetails(),
                        project.frameDetails(),
                        attributes,
                        project.others()));
    }

    private @Nullable String head(Page page) {
        return page.head() == null
                ? null
                : json.writeValueAsString(
                        json.readValue(page.head(), PageHead.class).withoutWords());
    }
}
