package io.jium.platform.events;

import io.jium.contracts.event.Event;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this service has told, for ever: a hearer that comes later hears it from the beginning.
 *
 * <p>An event is numbered once its transaction is committed: ids are given earlier, and a smaller
 * one may be committed later, behind the back of whoever has read on.
 */
@Repository
class Outbox {

    private static final int NUMBERED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, DataSource database, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.many = new JdbcTemplate(database);
        this.json = json;
        this.clock = clock;
    }

    void add(Event event) {
        jdbc.sql(
                        """
                        insert into outbox_events (type, about, payload, trace_id, told_at) values (?, ?, ?, ?, ?)
                        """)
                .params(EventTypes.name(event.getClass()), event.about())
                .param(json.writeValueAsBytes(event))
                .param(MDC.get("trace_id"))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Clears what was told about a thing of all but that there was something: the numbers have no
     * gaps. Nobody hears this type.
     */
    void forget(String about) {
        jdbc.sql("update outbox_events set type = ?, payload = ?, trace_id = null where about = ?")
                .params("forgotten", "{}".getBytes(StandardCharsets.UTF_8), about)
                .update();
    }

    /** Numbers what is committed, in the order of ids; true when there may be more. */
    @Transactional
    public boolean number() {
        if (unnumbered(1).isEmpty()) {
            return false;
        }
        // One numberer at a time: the row is held until the commit.
        var last =
                jdbc.sql("select last_seq from outbox_counter where id = 1 for update")
                        .query(Long.class)
                        .single();
        var ids = unnumbered(NUMBERED_AT_ONCE);
        var numbered = new ArrayList<Object[]>(ids.size());
        for (var id : ids) {
            numbered.add(new Object[] {++last, id});
        }
        many.batchUpdate("update outbox_events set seq = ? where id = ?", numbered);
        jdbc.sql("update outbox_counter set last_seq = ? where id = 1").param(last).update();
        return ids.size() == NUMBERED_AT_ONCE;
    }

    private List<Long> unnumbered(int most) {
        return jdbc.sql("select id from outbox_events where seq is null order by id limit ?")
                .param(most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** The number of the last one that has one. */
    long last() {
        return jdbc.sql("select last_seq from outbox_counter where id = 1")
                .query(Long.class)
                .single();
    }

    /** How many there are, those not yet numbered among them. */
    long told() {
        return jdbc.sql("select count(*) from outbox_events").query(Long.class).single();
    }

    /** The next ones after a number, in order. */
    List<Envelope> after(long seq, int most) {
        return jdbc.sql(
                        """
                        select seq, type, about, told_at, trace_id, payload from outbox_events
                        where seq > ? order by seq limit ?
                        """)
                .params(seq, most)
                .query(Outbox::envelope)
                .list();
    }

    private static Envelope envelope(ResultSet row, int number) throws SQLException {
        return new Envelope(
                row.getLong("seq"),
                row.getString("type"),
                row.getString("about"),
                row.getTimestamp("told_at").toInstant(),
                row.getString("trace_id"),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8));
    }
}
