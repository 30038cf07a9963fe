package io.jium.auth.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still to be sent; at most one message for each purpose and address. */
@Repository
class PendingMessages {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param sealedToken of the link, once a try has been made
     */
    record Pending(
            long id,
            Purpose purpose,
            String email,
            byte @Nullable [] sealedToken,
            int attempts,
            Instant nextTryAt) {}

    void add(Purpose purpose, String email) {
        jdbc.sql(
                        "insert ignore into pending_messages (purpose, email, next_try_at) values (?, ?, ?)")
                .params(purpose.text(), email, Timestamp.from(clock.instant()))
                .update();
    }

    List<Pending> due() {
        return jdbc.sql(
                        """
                        select id, purpose, email, token, attempts, next_try_at from pending_messages
                        where next_try_at <= ? order by next_try_at, id limit ?
                        """)
                .params(Timestamp.from(clock.instant()), AT_ONCE)
                .query(PendingMessages::pending)
                .list();
    }

    /**
     * Takes a message for one try: the next one is later, by this process or another. False when
     * another was faster.
     */
    boolean take(Pending message) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(message.attempts, MOST_DOUBLINGS));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return jdbc.sql(
                                "update pending_messages set attempts = ?, next_try_at = ? where id = ? and attempts = ?")
                        .params(
                                message.attempts + 1,
                                Timestamp.from(next),
                                message.id,
                                message.attempts)
                        .update()
                > 0;
    }

    void keepToken(long id, byte[] sealed) {
        jdbc.sql("update pending_messages set token = ? where id = ?").params(sealed, id).update();
    }

    void forget(String email) {
        jdbc.sql("delete from pending_messages where email = ?").param(email).update();
    }

    void done(long id) {
        jdbc.sql("delete from pending_messages where id = ?").param(id).update();
    }

    private static Pending pending(ResultSet row, int number) throws SQLException {
        return new Pending(
                row.getLong("id"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getString("email"),
                row.getBytes("token"),
                row.getInt("attempts"),
                row.getTimestamp("next_try_at").toInstant());
    }
}
