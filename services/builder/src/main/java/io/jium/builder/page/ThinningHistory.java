package io.jium.builder.page;

import io.jium.builder.page.Thinning.Candidate;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes old versions away, by the rule of {@link Thinning}. A version that stays can still be read
 * when those before it are gone: it is kept whole then.
 */
@Repository
public class ThinningHistory {

    private static final Duration PAUSE = Duration.ofDays(1);

    /** After that, nothing of a page that rests gets thinner but what is a year old. */
    private static final Duration LONGEST_REST = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final PageEvents history;
    private final Clock clock;

    ThinningHistory(JdbcClient jdbc, PageEvents history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * The next few pages that were not thinned for a day and may have something to take away.
     *
     * @param after the last one that was looked at
     */
    public List<Long> due(long after) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select id from pages
                        where id > ? and version > 2 and updated_at > ? and coalesce(thinned_at, created_at) < ?
                        order by id limit 100
                        """)
                .param(after)
                .params(Timestamp.from(now.minus(LONGEST_REST)), Timestamp.from(now.minus(PAUSE)))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Thins one page; answers how many versions went. */
    @Transactional
    public int thin(long pageId) {
        var published = published(pageId);
        if (published.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        var versions = versions(pageId);
        var kept = Thinning.kept(versions, published.getAsLong(), now);
        var from = versions.getFirst().version();
        for (var version : versions) {
            if (kept.contains(version.version())) {
                takeAway(pageId, from, version.version());
                from = version.version() + 1;
            }
        }
        // MariaDB would take it for an update of the page.
        jdbc.sql("update pages set thinned_at = ?, updated_at = updated_at where id = ?")
                .params(Timestamp.from(now), pageId)
                .update();
        return versions.size() - kept.size();
    }

    /**
     * The version that is public, 0 for none; empty without the page. Holds the page: nobody else
     * thins it, and it does not go, until this is done.
     */
    private OptionalLong published(long pageId) {
        return jdbc
                .sql("select published_version from pages where id = ? for update")
                .param(pageId)
                .query((row, n) -> row.getLong("published_version"))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private List<Candidate> versions(long pageId) {
        return jdbc.sql(
                        "select version, saved_at, name from page_events where page_id = ? order by version")
                .param(pageId)
                .query((row, n) ->
                        new Candidate(
                                row.getLong("version"),
                                row.getTimestamp("saved_at").toInstant(),
                                row.getString("name") != null))
                .list();
    }

    /** The versions from the one to before the other, which stays and is whole from then on. */
    private void takeAway(long pageId, long from, long stays) {
        var isAny =
                jdbc.sql(
                                "select count(*) from page_events where page_id = ? and version >= ? and version < ?")
                        .params(pageId, from, stays)
                        .query(Integer.class)
                        .single();
        if (isAny == 0) {
            return;
        }
        var project = history.project(pageId, stays);
        var texts = history.texts(pageId, stays);
        jdbc.sql(
                        """
                        update page_events set title = ?, slug = ?, bytes = ?, changes = null, digest = ?, project = ?
                        where page_id = ? and version = ?
                        """)
                .params(texts.title(), texts.slug(), project.bytes(), project.digest())
                .params(project.compressed(), pageId, stays)
                .update();
        jdbc.sql("delete from page_events where page_id = ? and version >= ? and version < ?")
                .params(pageId, from, stays)
                .update();
    }
}
