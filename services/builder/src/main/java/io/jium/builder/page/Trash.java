package io.jium.builder.page;

import io.jium.builder.page.PageEvents.Kept;
import io.jium.builder.page.Pages.Revision;
import io.jium.builder.site.SiteRegister;
import io.jium.contracts.builder.PageSaved;
import io.jium.platform.events.Events;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deleted pages, for as long as they can be taken back. They belong to no site's list, address or
 * publication meanwhile.
 */
@Repository
public class Trash {

    /** Then they are gone for good. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final Pages pages;
    private final PageEvents history;
    private final Events events;
    private final Clock clock;

    Trash(
            SiteRegister sites,
            JdbcClient jdbc,
            Pages pages,
            PageEvents history,
            Events events,
            Clock clock) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.pages = pages;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A deleted page.
     *
     * @param slug its address before
     */
    public record Trashed(
            long id, long serviceId, String title, String slug, long version, Instant trashedAt) {

        public Instant goneAt() {
            return trashedAt.plus(KEPT);
        }
    }

    /** Deletes an owner's page; its address is free at once. */
    public void put(long id, long ownerId) {
        var put =
                jdbc.sql(
                                """
                                update pages set trashed_at = ?, slug = ? where id = ? and trashed_at is null
                                and service_id in (select service_id from sites where owner_id = ?)
                                """)
                        .params(Timestamp.from(clock.instant()), addressOf(id), id, ownerId)
                        .update();
        if (put == 0) {
            throw new NotFound();
        }
    }

    /** An address that no page outside the trash can have. */
    static String addressOf(long id) {
        return "~" + id;
    }

    /** Deleted pages of an owner's site, the last made first. */
    public List<Trashed> of(long serviceId, long ownerId, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + "where p.service_id = ? and s.owner_id = ? and p.id < ? order by p.id desc limit ?")
                .params(serviceId, ownerId, paging.below(), paging.rows())
                .query(this::trashed)
                .list();
    }

    private static final String SELECT =
            """
            select p.id, p.service_id, p.title, p.version, p.trashed_at
            from pages p join sites s on s.service_id = p.service_id and p.trashed_at is not null
            """;

    private Trashed trashed(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var version = row.getLong("version");
        return new Trashed(
                id,
                row.getLong("service_id"),
                row.getString("title"),
                history.texts(id, version).slug(),
                version,
                row.getTimestamp("trashed_at").toInstant());
    }

    /**
     * Takes an owner's page back. When another one has its address by now, it gets a similar one.
     */
    @Transactional
    public Page takeOut(long id, long ownerId) {
        var trashed = owned(id, ownerId);
        sites.hold(trashed.serviceId(), ownerId);
        pages.refuseTooMany(trashed.serviceId());
        var slug = freeAddress(trashed);
        try {
            jdbc.sql("update pages set trashed_at = null, slug = ?, updated_at = ? where id = ?")
                    .params(slug, Timestamp.from(clock.instant()), id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        if (!slug.equals(trashed.slug())) {
            var next = trashed.version() + 1;
            jdbc.sql("update pages set version = ? where id = ?").params(next, id).update();
            var bytes = history.bytes(id, trashed.version());
            history.append(id, next, Kept.renamed(ownerId, new Revision(null, slug, null), bytes));
            events.tell(new PageSaved(trashed.serviceId(), id, next));
        }
        var back = pages.find(id, ownerId).orElseThrow();
        if (isReplaced(back)) {
            pages.leaveGroup(back);
        }
        return pages.find(id, ownerId).orElseThrow();
    }

    /** Whether another page became the translation into its language while it was away. */
    private boolean isReplaced(Page back) {
        return back.translationGroup() != null
                && pages.all(back.serviceId()).stream()
                        .anyMatch(other ->
                                other.id() != back.id()
                                        && back.translationGroup().equals(other.translationGroup())
                                        && back.language().equals(other.language()));
    }

    private Trashed owned(long id, long ownerId) {
        return jdbc.sql(SELECT + "where p.id = ? and s.owner_id = ? for update")
                .params(id, ownerId)
                .query(this::trashed)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private String freeAddress(Trashed page) {
        var slug = page.slug();
        for (var n = 2; pages.at(page.serviceId(), slug).isPresent(); n++) {
            slug = PageSlug.numbered(page.slug(), n);
        }
        return slug;
    }

    /** Ends an owner's deleted page and its history. */
    public void erase(long id, long ownerId) {
        var erased =
                jdbc.sql(
                                """
                                delete from pages where id = ? and trashed_at is not null
                                and service_id in (select service_id from sites where owner_id = ?)
                                """)
                        .params(id, ownerId)
                        .update();
        if (erased == 0) {
            throw new NotFound();
        }
    }

    /** Ends what has been there for too long. */
    public void empty() {
        jdbc.sql("delete from pages where trashed_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
