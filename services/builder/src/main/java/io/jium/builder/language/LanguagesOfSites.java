package io.jium.builder.language;

import io.jium.builder.language.SiteLanguages.Further;
import io.jium.builder.page.Page;
import io.jium.builder.page.Pages;
import io.jium.builder.site.SiteRegister;
import io.jium.builder.site.SiteRegister.Site;
import io.jium.platform.problem.InvalidFields;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which languages each site has. */
@Repository
public class LanguagesOfSites {

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final Pages pages;

    LanguagesOfSites(SiteRegister sites, JdbcClient jdbc, Pages pages) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.pages = pages;
    }

    public SiteLanguages of(Site site) {
        return new SiteLanguages(site.locale(), further(site.serviceId()));
    }

    private List<Further> further(long serviceId) {
        return jdbc.sql(
                        """
                        select language, seo_title, seo_description from site_languages
                        where service_id = ? order by position
                        """)
                .param(serviceId)
                .query((row, n) ->
                        new Further(
                                row.getString("language"),
                                row.getString("seo_title"),
                                row.getString("seo_description")))
                .list();
    }

    /**
     * Replaces the languages of an owner's site by known ones. Refuses to let go of one in which
     * there are pages, and to take one whose prefix is the address of a page.
     */
    @Transactional
    public void replace(Site site, SiteLanguages wanted) {
        sites.hold(site.serviceId(), site.ownerId());
        var all = pages.all(site.serviceId());
        for (var one : further(site.serviceId())) {
            if (wanted.find(one.language()).isEmpty() && speaks(all, one.language())) {
                throw InvalidFields.of("further", "language_in_use", name(one.language()));
            }
        }
        for (var prefix : wanted.prefixes()) {
            if (all.stream().anyMatch(page -> page.slug().equals(prefix))) {
                throw InvalidFields.of("further", "language_address_taken", "/" + prefix);
            }
        }
        jdbc.sql("update sites set locale = ? where service_id = ?")
                .params(wanted.main(), site.serviceId())
                .update();
        remove(site.serviceId());
        for (var n = 0; n < wanted.further().size(); n++) {
            add(site.serviceId(), n, wanted.further().get(n));
        }
    }

    private static boolean speaks(List<Page> pages, String tag) {
        return pages.stream().anyMatch(page -> page.language().equals(tag));
    }

    private static String name(String tag) {
        return Language.of(tag).map(Language::ownName).orElse(tag);
    }

    private void add(long serviceId, int position, Further language) {
        jdbc.sql(
                        """
                        insert into site_languages (service_id, language, position, seo_title, seo_description)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(serviceId, language.language(), position)
                .param(language.seoTitle())
                .param(language.seoDescription())
                .update();
    }

    /** Those of a site that is removed. */
    public void remove(long serviceId) {
        jdbc.sql("delete from site_languages where service_id = ?").param(serviceId).update();
    }
}
