package io.jium.builder.page;

import io.jium.builder.change.Change;
import io.jium.builder.page.PageEvents.Kept;
import io.jium.builder.site.SiteRegister;
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
import java.util.ArrayList;
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
 * Pages as they are now. What a method returns is committed; a save happens only upon the version
 * that the writer saw. Methods that take an owner never see or touch another owner's rows.
 */
@Repository
public class Pages {

    /** More pages than this are no site. */
    static final int MOST_PER_SITE = 1_000;

    /** Who is further behind begins anew. */
    static final int MOST_BEHIND = 1_000;

    private static final String SELECT =
            """
            select p.id, p.service_id, p.title, p.slug, p.version, p.is_published, p.published_at, p.updated_at, p.head,
            p.translation_group, s.locale
            from pages p join sites s on s.service_id = p.service_id and p.trashed_at is null
            """;

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final PageEvents history;
    private final Events events;
    private final Clock clock;

    Pages(SiteRegister sites, JdbcClient jdbc, PageEvents history, Events events, Clock clock) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.history = history;
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
        sites.hold(serviceId, ownerId);
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
        history.append(pageId, 1, Kept.of(ownerId, page));
        events.tell(new PageSaved(serviceId, pageId, 1));
        return find(pageId, ownerId).orElseThrow();
    }

    /** Whether a site ever had a page that is not gone for good. */
    public boolean hasAny(long serviceId) {
        return jdbc.sql("select count(*) from pages where service_id = ?")
                        .param(serviceId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All pages of a site that is removed, with their versions. */
    public void removeAll(long serviceId) {
        jdbc.sql("delete from pages where service_id = ?").param(serviceId).update();
    }

    void refuseTooMany(long serviceId) {
        var count =
                jdbc.sql("select count(*) from pages where service_id = ? and trashed_at is null")
                        .param(serviceId)
                        .query(Integer.class)
                        .single();
        if (count >= MOST_PER_SITE) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", MOST_PER_SITE);
        }
    }

    /**
     * What a save replaces; null leaves as it is.
     *
     * @param restored the version that it brings back
     */
    public record Revision(
            @Nullable String title,
            @Nullable String slug,
            @Nullable StoredProject project,
            @Nullable Long restored) {

        public Revision(
                @Nullable String title, @Nullable String slug, @Nullable StoredProject project) {
            this(title, slug, project, null);
        }
    }

    /**
     * Saves upon a version. A save of what is stored already (a doubled request) is no change and
     * succeeds whatever its version; any other save upon an old version is refused as {@link
     * StaleVersion}.
     */
    @Transactional
    public Page save(long id, long ownerId, long seen, Revision change) {
        var current = locked(id, ownerId).orElseThrow(NotFound::new);
        var title = change.title() == null ? current.title() : change.title();
        var slug = change.slug() == null ? current.slug() : change.slug();
        var project = change.project();
        var isSame = project == null || project.digest().equals(digest(current));
        if (isSame && title.equals(current.title()) && slug.equals(current.slug())) {
            return current;
        }
        if (current.version() != seen) {
            throw new StaleVersion(current);
        }
        var next = next(current, title, slug);
        history.append(
                id,
                next,
                isSame
                        ? Kept.renamed(ownerId, change, history.bytes(id, current.version()))
                        : Kept.of(ownerId, change));
        events.tell(new PageSaved(current.serviceId(), id, next));
        return find(id, ownerId).orElseThrow();
    }

    /**
     * Saves what an editor changed part by part; what others changed since stays. The same request
     * again changes nothing.
     *
     * @param seen the version on which the changes were made
     */
    @Transactional
    public Saved change(long id, long ownerId, long seen, Edit edit, OpenPages open) {
        var page = locked(id, ownerId).orElseThrow(NotFound::new);
        var since = since(page, seen);
        if (history.isMade(id, edit.id())) {
            return new Saved(page, since, null);
        }
        var others = others(page, since, edit.editor());
        var opened =
                open.take(id, page.version()).orElseGet(() -> history.open(id, page.version()));
        var changes = opened.change(edit.changes(), others);
        if (changes.isEmpty()) {
            return new Saved(page, since, opened);
        }
        var now = clock.instant();
        var next = next(page, page.title(), page.slug());
        var after = opened.saved(next, history.size(changes));
        history.append(id, next, Kept.of(ownerId, edit, changes, after));
        events.tell(new PageSaved(page.serviceId(), id, next));
        var all = new ArrayList<>(since);
        all.add(new PageEvent(next, ownerId, edit.editor(), edit.id(), now, changes));
        return new Saved(page.at(next, now), all, after);
    }

    /** What happened since a version; who is too far behind is stale. */
    private List<PageEvent> since(Page page, long seen) {
        if (seen < 1 || seen > page.version() || page.version() - seen > MOST_BEHIND) {
            throw new StaleVersion(page);
        }
        return page.version() == seen ? List.of() : history.since(page.id(), seen, MOST_BEHIND);
    }

    private static List<Change> others(Page page, List<PageEvent> since, String editor) {
        var changes = new ArrayList<Change>();
        for (var event : since) {
            if (event.changes() == null) {
                throw new StaleVersion(page);
            }
            if (!editor.equals(event.editor())) {
                changes.addAll(event.changes());
            }
        }
        return changes;
    }

    /**
     * @param since what happened after the version that the editor knew, its own among it
     * @param open to go on with once this is committed
     */
    record Saved(Page page, List<PageEvent> since, @Nullable OpenPage open) {}

    private String digest(Page page) {
        return history.digest(page.id(), page.version())
                .orElseGet(() -> history.project(page.id(), page.version()).digest());
    }

    /** The row takes on the next version. */
    private long next(Page current, String title, String slug) {
        var next = current.version() + 1;
        try {
            jdbc.sql(
                            "update pages set title = ?, slug = ?, version = ?, updated_at = ? where id = ?")
                    .params(title, slug, next, Timestamp.from(clock.instant()), current.id())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        return next;
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

    private static byte[] envelope(StoredProject project) {
        return "{\"format\":1,\"bytes\":%d}"
                .formatted(project.bytes())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Page page(ResultSet row, int number) throws SQLException {
        var published = row.getTimestamp("published_at");
        var group = row.getLong("translation_group");
        var slug = row.getString("slug");
        return new Page(
                row.getLong("id"),
                row.getLong("service_id"),
                row.getString("title"),
                slug,
                row.getLong("version"),
                row.getBoolean("is_published"),
                published == null ? null : published.toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("head"),
                Page.language(slug, row.getString("locale")),
                group == 0 ? null : group);
    }

    /**
     * From now on two pages of a site that is held say the same, with all that say so of the first.
     *
     * @param translation that stands alone
     */
    @Transactional
    public void join(Page original, Page translation) {
        var group = original.translationGroup();
        // The number of a page that was just made is no group's yet.
        put(original, group == null ? translation.id() : group);
        put(translation, group == null ? translation.id() : group);
    }

    /** Ends that a page says the same as others. */
    void leaveGroup(Page page) {
        put(page, null);
    }

    private void put(Page page, @Nullable Long group) {
        jdbc.sql("update pages set translation_group = ? where id = ? and service_id = ?")
                .param(group)
                .params(page.id(), page.serviceId())
                .update();
    }
}
