package io.jium.builder.site;

import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which sites there are, and whose they are. */
@Repository
public class SiteRegister {

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Site(long serviceId, long ownerId, String name, String locale) {}

    /** Enters a site; entering it again changes nothing. Refuses one that was removed. */
    public void enter(Site site) {
        try {
            jdbc.sql(
                            "insert into sites (service_id, owner_id, name, locale, created_at) values (?, ?, ?, ?, ?)")
                    .params(site.serviceId, site.ownerId, site.name, site.locale)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException known) {
            // The same site again: laying out is repeated after a crash.
            if (find(site.serviceId).isEmpty()) {
                throw new Refusal(HttpStatus.GONE, "site_removed");
            }
        }
    }

    /**
     * The number stays as a mark, so that nobody enters it again; it has no owner, so that nobody
     * adds to it.
     */
    public void remove(long serviceId) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into sites (service_id, owner_id, name, locale, created_at, removed_at)
                        values (?, 0, '', 'ko', ?, ?)
                        on duplicate key update owner_id = 0, name = '', removed_at = values(removed_at)
                        """)
                .params(serviceId, now, now)
                .update();
    }

    public Optional<Site> find(long serviceId) {
        return jdbc.sql(
                        """
                        select service_id, owner_id, name, locale from sites
                        where service_id = ? and removed_at is null
                        """)
                .param(serviceId)
                .query(Site.class)
                .optional();
    }

    /** The site, if it is this owner's; else refused as not found. */
    public Site owned(long serviceId, long ownerId) {
        return jdbc.sql(
                        """
                        select service_id, owner_id, name, locale from sites
                        where service_id = ? and owner_id = ? and removed_at is null
                        """)
                .params(serviceId, ownerId)
                .query(Site.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Until the transaction ends, nobody removes the site: what is added would be left over.
     * Refuses with 404 when it was removed meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long serviceId) {
        var held =
                jdbc.sql(
                                "select service_id from sites where service_id = ? and removed_at is null for update")
                        .param(serviceId)
                        .query(Long.class)
                        .optional();
        if (held.isEmpty()) {
            throw new NotFound();
        }
    }

    /** The same for a site of this owner's; another's is not found either. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long serviceId, long ownerId) {
        hold(serviceId);
        owned(serviceId, ownerId);
    }
}
