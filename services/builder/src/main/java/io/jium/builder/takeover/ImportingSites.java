package io.jium.builder.takeover;

import io.jium.builder.importing.ImportedSite;
import io.jium.builder.language.LanguagesOfSites;
import io.jium.builder.page.Page;
import io.jium.builder.page.PageEvents;
import io.jium.builder.page.PageSlug;
import io.jium.builder.page.Pages;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Projects;
import io.jium.builder.page.Trash;
import io.jium.builder.project.ProjectParser;
import io.jium.builder.site.SiteRegister.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds imported pages to a site, all or none. An imported home page takes the place of one that is
 * still empty; other pages whose address is taken get the next free one.
 */
@Component
class ImportingSites {

    private final TakingOver takingOver;
    private final Pages pages;
    private final PageEvents history;
    private final Trash trash;
    private final LanguagesOfSites languages;

    ImportingSites(
            TakingOver takingOver,
            Pages pages,
            PageEvents history,
            Trash trash,
            LanguagesOfSites languages) {
        this.takingOver = takingOver;
        this.pages = pages;
        this.history = history;
        this.trash = trash;
        this.languages = languages;
    }

    @Transactional
    public List<Page> take(Site site, ImportedSite imported) {
        var taken = new HashSet<>(languages.of(site).prefixes());
        var empty = Projects.store(ProjectParser.empty()).digest();
        for (var page : pages.all(site.serviceId())) {
            var isEmpty = history.project(page.id(), page.version()).digest().equals(empty);
            if (isEmpty && page.slug().equals(Page.HOME)) {
                // Not for good: who brings the site back to before the import needs its home page.
                trash.put(page.id(), site.ownerId());
            } else {
                taken.add(page.slug());
            }
        }
        var added = new ArrayList<Page>();
        for (var page : takingOver.keep(imported, site.serviceId())) {
            var slug = free(page.slug(), taken);
            taken.add(slug);
            added.add(
                    pages.add(
                            site.serviceId(),
                            site.ownerId(),
                            new NewPage(page.title(), slug, page.project(), page.head())));
        }
        return added;
    }

    private static String free(String wanted, Set<String> taken) {
        var slug = wanted;
        for (var n = 2; taken.contains(slug); n++) {
            slug = PageSlug.numbered(wanted, n);
        }
        return slug;
    }
}
