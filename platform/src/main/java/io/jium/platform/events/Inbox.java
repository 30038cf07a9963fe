package io.jium.platform.events;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far this service has heard each teller, and what it could not hear. */
@Repository
class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a teller whom nobody has heard yet. */
    void enter(String teller) {
        jdbc.sql("insert ignore into inbox_positions (teller, seq) values (?, 0)")
                .param(teller)
                .update();
    }

    Optional<Long> position(String teller) {
        return jdbc.sql("select seq from inbox_positions where teller = ?")
                .param(teller)
                .query(Long.class)
                .optional();
    }

    /** The position, held until the transaction ends: one hears at a time. */
    long hold(String teller) {
        return jdbc.sql("select seq from inbox_positions where teller = ? for update")
                .param(teller)
                .query(Long.class)
                .single();
    }

    void advance(String teller, long seq) {
        jdbc.sql("update inbox_positions set seq = ? where teller = ?")
                .params(seq, teller)
                .update();
    }

    /** An event that could not be heard. */
    record Parked(
            long id, String teller, Envelope event, @Nullable String reason, Instant parkedAt) {}

    void park(String teller, Envelope event, @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into parked_events (teller, seq, type, about, told_at, trace_id, payload, reason, parked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(teller, event.seq(), event.type(), event.about())
                .param(Timestamp.from(event.toldAt()))
                .param(event.traceId())
                .param(event.payload().getBytes(StandardCharsets.UTF_8))
                .param(reason)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** What something parked is about: what follows about the same must wait behind it. */
    Set<String> parkedAbout(String teller) {
        return new HashSet<>(
                jdbc.sql("select distinct about from parked_events where teller = ?")
                        .param(teller)
                        .query(String.class)
                        .list());
    }

    int countParked() {
        return jdbc.sql("select count(*) from parked_events").query(Integer.class).single();
    }

    /** What is parked, oldest first. */
    List<Parked> parked(long above, int most) {
        return jdbc.sql(
                        """
                        select id, teller, seq, type, about, told_at, trace_id, payload, reason, parked_at
                        from parked_events where id > ? order by id limit ?
                        """)
                .params(above, most)
                .query(Inbox::parked)
                .list();
    }

    Optional<Parked> find(long id) {
        return jdbc.sql(
                        """
                        select id, teller, seq, type, about, told_at, trace_id, payload, reason, parked_at
                        from parked_events where id = ?
                        """)
                .param(id)
                .query(Inbox::parked)
                .optional();
    }

    /** What is parked about one thing, oldest first, held until the transaction ends. */
    List<Parked> holdParked(String teller, String about) {
        return jdbc.sql(
                        """
                        select id, teller, seq, type, about, told_at, trace_id, payload, reason, parked_at
                        from parked_events where teller = ? and about = ? order by seq for update
                        """)
                .params(teller, about)
                .query(Inbox::parked)
                .list();
    }

    void unpark(long id) {
        jdbc.sql("delete from parked_events where id = ?").param(id).update();
    }

    private static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getLong("id"),
                row.getString("teller"),
                new Envelope(
                        row.getLong("seq"),
                        row.getString("type"),
                        row.getString("about"),
                        row.getTimestamp("told_at").toInstant(),
                        row.getString("trace_id"),
                        new String(row.getBytes("payload"), StandardCharsets.UTF_8)),
                row.getString("reason"),
                row.getTimestamp("parked_at").toInstant());
    }
}
