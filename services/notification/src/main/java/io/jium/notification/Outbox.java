package io.jium.notification;

import io.jium.contracts.notification.Messages.Message;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that were accepted, newest first. */
@Repository
class Outbox {

    private static final String COLUMNS = "id, recipient, subject, body, link, created_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a message; the same id again changes nothing. */
    void keep(Message message) {
        try {
            jdbc.sql(
                            """
                            insert into messages (message_id, recipient, subject, body, link, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(message.id(), message.to(), message.subject(), message.text())
                    .param(message.link())
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException sentBefore) {
            // Exactly what the contract promises: the same id is one message.
        }
    }

    List<Stored> page(Paging paging) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from messages where id < ? order by id desc limit ?")
                .params(paging.below(), paging.rows())
                .query(Outbox::stored)
                .list();
    }

    Optional<Stored> one(long id) {
        return jdbc.sql("select " + COLUMNS + " from messages where id = ?")
                .param(id)
                .query(Outbox::stored)
                .optional();
    }

    record Stored(
            long id,
            String to,
            String subject,
            String text,
            @Nullable String link,
            Instant createdAt) {}

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getTimestamp("created_at").toInstant());
    }
}
