package io.jium.content;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who the users are, as the auth service tells. */
@Repository
class KnownUsers {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same again changes nothing; who is gone stays gone. */
    void keep(long userId, String name, String email) {
        jdbc.sql(
                        """
                        insert into known_users (user_id, name, email, updated_at) values (?, ?, ?, ?)
                        on duplicate key update email = case when name is null then null else values(email) end,
                        name = case when name is null then null else values(name) end,
                        updated_at = values(updated_at)
                        """)
                .params(userId, name, email, Timestamp.from(clock.instant()))
                .update();
    }

    /** Forgets who it was. */
    void leave(long userId) {
        jdbc.sql(
                        """
                        insert into known_users (user_id, name, email, updated_at) values (?, null, null, ?)
                        on duplicate key update name = null, email = null, updated_at = values(updated_at)
                        """)
                .params(userId, Timestamp.from(clock.instant()))
                .update();
    }
}
