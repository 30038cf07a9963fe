package io.jium.builder.page;

import io.jium.contracts.builder.PageSaved;
import io.jium.platform.events.Events;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages with all their saved states. What a method returns is committed; a save happens only upon
 * the version that the writer saw. Methods that take an owner never see or touch another owner's
 * rows.
 */
@Repository
public class Pages {

    /** More pages than this are no site. */
    static final int MOST_PER_SITE = 1_000;

    private static final String SELECT =
            """
            select p.id, p.service_id, p.title, p.slug, p.version, p.is_published, p.published_at, p.updated_at, p.head
            from pages p join sites s on s.service_id = p.service_id
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Pages(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A page to be; {@code project} is validated JSON. */
    public record NewPage(
            String title, String slug, StoredProject project, @Nullable String head) {}

    /** Adds a page to an owner's site. Refuses a slug that the site has already. */
    @Transactional
    public Page add(long serviceId, long ownerId, NewPage page) {
        var now = Timestamp.from(clock.instant());
        var id = new GeneratedKeyHolder();
        holdSite(serviceId, ownerId);
        refuseTooMany(serviceId);
        try {
            var added =
                    jdbc.sql(
                                    """
                                    insert into pages
                                    (service_id, title, slug, content, version, head, is_published, created_at, updated_at)
                                    select service_id, ?, ?, ?, 1, ?, false, ?, ? from sites
                                    where service_id = ? and owner_id = ?
                                    """)
                            .params(page.title(), page.slug(), envelope(page.project()))
                            .param(page.head())
                            .params(now, now, serviceId, ownerId)
                            .update(id, "id");
            if (added == 0) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        var pageId = Objects.requireNonNull(id.getKey()).longValue();
        keepVersion(pageId, 1, ownerId, page.project());
        events.tell(new PageSaved(serviceId, pageId, 1));
        return find(pageId, ownerId).orElseThrow();
    }

    /** Until the transaction ends, nobody removes the site: what is added would be left over. */
    private void holdSite(long serviceId, long ownerId) {
        var held =
                jdbc.sql(
                                "select service_id from sites where service_id = ? and owner_id = ? for update")
                        .params(serviceId, ownerId)
                        .query(Long.class)
                        .optional();
        if (held.isEmpty()) {
            throw new NotFound();
        }
    }

    /** All pages of a site that is removed, with their versions. */
    public void removeAll(long serviceId) {
        jdbc.sql("delete from pages where service_id = ?").param(serviceId).update();
    }

    private void refuseTooMany(long serviceId) {
        var count =
                jdbc.sql("select count(*) from pages where service_id = ?")
                        .param(serviceId)
                        .query(Integer.class)
                        .single();
        if (count >= MOST_PER_SITE) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", MOST_PER_SITE);
        }
    }

    /** What a save changes; null leaves as it is. */
    public record Change(
            @Nullable String title, @Nullable String slug, @Nullable StoredProject project) {}

    /**
     * Saves upon a version. A save of what is stored already (a doubled request) is no change and
     * succeeds whatever its version; any other save upon an old version is refused as {@link
     * StaleVersion}.
     */
    @Transactional
    public Page save(long id, long ownerId, long seen, Change change) {
        var current = locked(id, ownerId).orElseThrow(NotFound::new);
        var title = change.title() == null ? current.title() : change.title();
        var slug = change.slug() == null ? current.slug() : change.slug();
        var project = change.project();
        var sameProject = project == null || project.digest().equals(digest(id, current.version()));
        if (sameProject && title.equals(current.title()) && slug.equals(current.slug())) {
            return current;
        }
        if (current.version() != seen) {
            throw new StaleVersion(current);
        }
        var next = current.version() + 1;
        try {
            jdbc.sql(
                            "update pages set title = ?, slug = ?, version = ?, updated_at = ? where id = ?")
                    .params(title, slug, next, Timestamp.from(clock.instant()), id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        keepVersion(id, next, ownerId, project == null ? project(id, current.version()) : project);
        events.tell(new PageSaved(current.serviceId(), id, next));
        return find(id, ownerId).orElseThrow();
    }

    /** Somebody saved since; carries what is there now. */
    public static final class StaleVersion extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient Page current;

        StaleVersion(Page current) {
            super("stale", null, false, false);
            this.current = current;
        }

        public Page current() {
            return current;
        }
    }

    public void delete(long id, long ownerId) {
        var deleted =
                jdbc.sql(
                                """
                                delete from pages where id = ?
                                and service_id in (select service_id from sites where owner_id = ?)
                                """)
                        .params(id, ownerId)
                        .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }

    public Optional<Page> find(long id, long ownerId) {
        return jdbc.sql(SELECT + "where p.id = ? and s.owner_id = ?")
                .params(id, ownerId)
                .query(Pages::page)
                .optional();
    }

    /** A page of a site by its address. */
    public Optional<Page> at(long serviceId, String slug) {
        return jdbc.sql(SELECT + "where p.service_id = ? and p.slug = ?")
                .params(serviceId, slug)
                .query(Pages::page)
                .optional();
    }

    private Optional<Page> locked(long id, long ownerId) {
        return jdbc.sql(SELECT + "where p.id = ? and s.owner_id = ? for update")
                .params(id, ownerId)
                .query(Pages::page)
                .optional();
    }

    /** Pages of an owner's site, oldest first. */
    public List<Page> of(long serviceId, long ownerId, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + "where p.service_id = ? and s.owner_id = ? and p.id > ? order by p.id limit ?")
                .params(serviceId, ownerId, paging.above(), paging.rows())
                .query(Pages::page)
                .list();
    }

    /** All pages of a site, the home page first. */
    public List<Page> all(long serviceId) {
        return jdbc.sql(
                        SELECT
                                + "where p.service_id = ? order by case p.slug when 'index' then 0 else 1 end, p.id")
                .param(serviceId)
                .query(Pages::page)
                .list();
    }

    /** The project of one saved state. */
    public StoredProject project(long pageId, long version) {
        return jdbc.sql(
                        "select digest, bytes, project from page_versions where page_id = ? and version = ?")
                .params(pageId, version)
                .query((row, n) ->
                        new StoredProject(
                                row.getString("digest"),
                                row.getInt("bytes"),
                                row.getBytes("project")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Saved states of a page, newest first. */
    public List<Version> versions(long pageId, long ownerId, Paging paging) {
        return jdbc.sql(
                        """
                        select v.version, v.saved_at, v.author_id, v.bytes from page_versions v
                        join pages p on p.id = v.page_id join sites s on s.service_id = p.service_id
                        where v.page_id = ? and s.owner_id = ? and v.version < ? order by v.version desc limit ?
                        """)
                .params(pageId, ownerId, paging.below(), paging.rows())
                .query((row, n) ->
                        new Version(
                                row.getLong("version"),
                                row.getTimestamp("saved_at").toInstant(),
                                row.getLong("author_id"),
                                row.getInt("bytes")))
                .list();
    }

    public record Version(long version, Instant savedAt, long authorId, int bytes) {}

    /** Remembers which versions are public; pages that are not among them are not. */
    @Transactional
    public void markPublished(long serviceId, Map<Long, Long> versions) {
        jdbc.sql(
                        "update pages set is_published = false, published_version = null where service_id = ?")
                .param(serviceId)
                .update();
        var now = Timestamp.from(clock.instant());
        versions.forEach((page, version) ->
                jdbc.sql(
                                """
                                update pages set is_published = true, published_at = ?, published_version = ?
                                where id = ? and service_id = ?
                                """)
                        .params(now, version, page, serviceId)
                        .update());
    }

    private String digest(long pageId, long version) {
        return jdbc.sql("select digest from page_versions where page_id = ? and version = ?")
                .params(pageId, version)
                .query(String.class)
                .single();
    }

    private void keepVersion(long pageId, long version, long authorId, StoredProject project) {
        jdbc.sql(
                        """
                        insert into page_versions (page_id, version, author_id, saved_at, digest, bytes, project)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(pageId, version, authorId, Timestamp.from(clock.instant()))
                .params(project.digest(), project.bytes(), project.compressed())
                .update();
    }

    private static byte[] envelope(StoredProject project) {
        return "{\"format\":1,\"bytes\":%d}"
                .formatted(project.bytes())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Page page(ResultSet row, int number) throws SQLException {
        var published = row.getTimestamp("published_at");
        return new Page(
                row.getLong("id"),
                row.getLong("service_id"),
                row.getString("title"),
                row.getString("slug"),
                row.getLong("version"),
                row.getBoolean("is_published"),
                published == null ? null : published.toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("head"));
    }
}
