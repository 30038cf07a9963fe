package io.jium.builder.redirect;

import io.jium.builder.site.SiteRegister;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Redirects of sites. */
@Repository
public class Redirects {

    private final JdbcClient jdbc;
    private final SiteRegister sites;

    Redirects(JdbcClient jdbc, SiteRegister sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    /** Those of a site, in their owner's order. */
    public List<Redirect> of(long serviceId) {
        return jdbc.sql(
                        """
                        select from_path, target, permanent from site_redirects
                        where service_id = ? order by position
                        """)
                .param(serviceId)
                .query((row, n) ->
                        new Redirect(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** Replaces those of an owner's site; refused as a whole when one of them cannot be. */
    @Transactional
    public List<Redirect> replace(long serviceId, long ownerId, List<Redirect> wanted) {
        sites.hold(serviceId, ownerId);
        var redirects = RedirectRules.checked(wanted, pages(serviceId));
        remove(serviceId);
        add(serviceId, redirects);
        return redirects;
    }

    /** Gives a new site those of another. */
    public void copy(long from, long to) {
        add(to, of(from));
    }

    /** Those of a site that is removed. */
    public void remove(long serviceId) {
        jdbc.sql("delete from site_redirects where service_id = ?").param(serviceId).update();
    }

    private void add(long serviceId, List<Redirect> redirects) {
        for (var i = 0; i < redirects.size(); i++) {
            var redirect = redirects.get(i);
            jdbc.sql(
                            """
                            insert into site_redirects (service_id, position, from_path, target, permanent)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(serviceId, i, redirect.from(), redirect.to(), redirect.permanent())
                    .update();
        }
    }

    private Set<String> pages(long serviceId) {
        var paths = new HashSet<String>(Set.of("/", "/index"));
        jdbc.sql("select slug from pages where service_id = ? and trashed_at is null")
                .param(serviceId)
                .query(String.class)
                .list()
                .forEach(slug -> paths.add("/" + slug));
        return paths;
    }
}
