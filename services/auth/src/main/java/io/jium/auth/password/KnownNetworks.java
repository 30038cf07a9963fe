package io.jium.auth.password;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From where accounts were used before, for half a year. */
@Repository
public class KnownNetworks {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownNetworks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asked by address so that an account that does not exist costs the same. */
    public boolean knows(String email, String network) {
        return jdbc.sql(
                        """
                        select 1 from known_networks k join users u on u.id = k.user_id
                        where u.email = ? and k.network = ?
                        """)
                .params(email, network)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void remember(long userId, String network) {
        jdbc.sql(
                        """
                        insert into known_networks (user_id, network, last_used_at) values (?, ?, ?)
                        on duplicate key update last_used_at = values(last_used_at)
                        """)
                .params(userId, network, Timestamp.from(clock.instant()))
                .update();
    }

    /** Forgets what was not used for long. */
    public void forgetOld() {
        jdbc.sql("delete from known_networks where last_used_at < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
    }
}
