package io.jium.builder.page;

import io.jium.builder.page.PageEvents.Kept;
import io.jium.builder.page.Pages.Revision;
import io.jium.builder.site.SiteRegister;
import io.jium.contracts.builder.PageSaved;
import io.jium.platform.events.Events;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Brings all pages of a site back to what they were at a time. */
@Repository
public class RestoringSites {

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final PageEvents history;
    private final Events events;
    private final Clock clock;

    RestoringSites(
            SiteRegister sites, JdbcClient jdbc, PageEvents history, Events events, Clock clock) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param changed pages that got an earlier content, title or address
     * @param back pages that were taken out of the trash
     * @param trashed pages that were made later
     */
    public record Restored(int changed, int back, int trashed) {}

    private record Row(long id, long version, String slug, @Nullable Instant trashedAt) {}

    /** A page that was there then, and what it is to be. */
    private record Earlier(Row now, long version) {}

    /**
     * Nothing is lost: each page gets a new version, and those that were not there yet go to the
     * trash. All or nothing.
     */
    @Transactional
    public Restored restore(long serviceId, long ownerId, Instant time) {
        sites.hold(serviceId, ownerId);
        var earlier = new ArrayList<Earlier>();
        var trashed = 0;
        for (var row : rows(serviceId)) {
            var then = version(row, time);
            if (then.isPresent()) {
                earlier.add(new Earlier(row, then.getAsLong()));
            } else if (row.trashedAt() == null) {
                put(row.id(), clock.instant());
                trashed++;
            }
        }
        // Two pages may have changed their addresses with each other since.
        earlier.forEach(page -> put(page.now().id(), null));
        var changed = 0;
        var back = 0;
        for (var page : earlier) {
            back += page.now().trashedAt() == null ? 0 : 1;
            changed += restore(serviceId, ownerId, page) ? 1 : 0;
        }
        return new Restored(changed, back, trashed);
    }

    private List<Row> rows(long serviceId) {
        return jdbc.sql(
                        """
                        select id, version, slug, trashed_at from pages
                        where service_id = ? order by id for update
                        """)
                .param(serviceId)
                .query((row, n) -> {
                    var trashedAt = row.getTimestamp("trashed_at");
                    return new Row(
                            row.getLong("id"),
                            row.getLong("version"),
                            row.getString("slug"),
                            trashedAt == null ? null : trashedAt.toInstant());
                })
                .list();
    }

    /** What the page was then; empty when it was not there, or in the trash. */
    private OptionalLong version(Row row, Instant time) {
        return row.trashedAt() != null && !row.trashedAt().isAfter(time)
                ? OptionalLong.empty()
                : history.versionAt(row.id(), time);
    }

    private void put(long id, @Nullable Instant trashedAt) {
        jdbc.sql("update pages set trashed_at = ?, slug = ? where id = ?")
                .param(trashedAt == null ? null : Timestamp.from(trashedAt))
                .params(Trash.addressOf(id), id)
                .update();
    }

    /** Whether it became another. */
    private boolean restore(long serviceId, long ownerId, Earlier page) {
        var id = page.now().id();
        var texts = history.texts(id, page.version());
        var project = history.project(id, page.version());
        var isSame =
                history.texts(id, page.now().version()).equals(texts)
                        && history.project(id, page.now().version())
                                .digest()
                                .equals(project.digest());
        var next = page.now().version() + (isSame ? 0 : 1);
        jdbc.sql("update pages set title = ?, slug = ?, version = ?, updated_at = ? where id = ?")
                .params(texts.title(), texts.slug(), next)
                .params(Timestamp.from(clock.instant()), id)
                .update();
        if (isSame) {
            return false;
        }
        var revision = new Revision(texts.title(), texts.slug(), project, page.version());
        history.append(id, next, Kept.of(ownerId, revision));
        events.tell(new PageSaved(serviceId, id, next));
        return true;
    }
}
