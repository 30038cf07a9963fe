package io.jium.builder.page;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the table of pages says is made of what happened to them, and can be made of it again. */
@Repository
public class PageProjection {

    private static final Logger LOG = LoggerFactory.getLogger(PageProjection.class);

    private final JdbcClient jdbc;
    private final PageEvents history;

    PageProjection(JdbcClient jdbc, PageEvents history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** The numbers of all pages, for {@link #rebuild}. */
    public List<Long> pages() {
        return jdbc.sql("select id from pages order by id")
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    private record Head(long version, Instant savedAt) {}

    private record Row(String title, String slug, long version, boolean isTrashed) {}

    /**
     * Makes a page's title, address, version and time of its events, and says whether that changed
     * anything. A page in the trash keeps the address it has there.
     */
    @Transactional
    public boolean rebuild(long id) {
        var row =
                jdbc.sql(
                                "select title, slug, version, trashed_at from pages where id = ? for update")
                        .param(id)
                        .query((found, n) ->
                                new Row(
                                        found.getString("title"),
                                        found.getString("slug"),
                                        found.getLong("version"),
                                        found.getTimestamp("trashed_at") != null))
                        .optional();
        return row.isPresent() && rebuild(id, row.get());
    }

    private boolean rebuild(long id, Row row) {
        var head =
                jdbc.sql(
                                "select version, saved_at from page_events where page_id = ? order by version desc limit 1")
                        .param(id)
                        .query((found, n) ->
                                new Head(
                                        found.getLong("version"),
                                        found.getTimestamp("saved_at").toInstant()))
                        .single();
        var texts = history.texts(id, head.version());
        var slug = row.isTrashed() ? Trash.addressOf(id) : texts.slug();
        if (row.title().equals(texts.title())
                && row.slug().equals(slug)
                && row.version() == head.version()) {
            return false;
        }
        LOG.warn("Page {} is made of its events again: {} was not what they say", id, row);
        jdbc.sql("update pages set title = ?, slug = ?, version = ?, updated_at = ? where id = ?")
                .params(texts.title(), slug, head.version(), Timestamp.from(head.savedAt()), id)
                .update();
        return true;
    }
}
