package io.jium.builder.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has a page open. An editor that is not heard of for a while has gone. */
@Repository
public class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An open window. */
    public record Here(String editor, long userId, Instant since) {}

    /** Notes that an editor is there, and answers who else is. */
    @Transactional
    public List<Here> here(long pageId, String editor, long userId) {
        var now = clock.instant();
        var known =
                jdbc.sql(
                                "update page_presence set seen_at = ? where page_id = ? and editor = ? and user_id = ?")
                        .params(Timestamp.from(now), pageId, editor, userId)
                        .update();
        if (known == 0) {
            forget(pageId, now);
            arrive(pageId, editor, userId, now);
        }
        return jdbc.sql(
                        """
                        select editor, user_id, since from page_presence
                        where page_id = ? and editor <> ? and seen_at > ? order by since limit 50
                        """)
                .params(pageId, editor, Timestamp.from(now.minus(LONGEST_SILENCE)))
                .query((row, n) ->
                        new Here(
                                row.getString("editor"),
                                row.getLong("user_id"),
                                row.getTimestamp("since").toInstant()))
                .list();
    }

    private void arrive(long pageId, String editor, long userId, Instant now) {
        try {
            jdbc.sql(
                            """
                            insert into page_presence (page_id, editor, user_id, since, seen_at)
                            select p.id, ?, s.owner_id, ?, ? from pages p
                            join sites s on s.service_id = p.service_id
                            where p.id = ? and s.owner_id = ?
                            """)
                    .params(editor, Timestamp.from(now), Timestamp.from(now), pageId, userId)
                    .update();
        } catch (DuplicateKeyException twice) {
            LOG.debug("Editor {} has arrived by another request", editor, twice);
        }
    }

    private void forget(long pageId, Instant now) {
        jdbc.sql("delete from page_presence where page_id = ? and seen_at <= ?")
                .params(pageId, Timestamp.from(now.minus(LONGEST_SILENCE)))
                .update();
    }

    public void gone(long pageId, String editor, long userId) {
        jdbc.sql("delete from page_presence where page_id = ? and editor = ? and user_id = ?")
                .params(pageId, editor, userId)
                .update();
    }
}
