package io.jium.content;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sites there are and whose they are, as the payment service tells. */
@Repository
class KnownSites {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownSites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a site. Nothing changes when it is known, or known to be gone. */
    void enter(long serviceId, long ownerId) {
        jdbc.sql(
                        """
                        insert ignore into known_sites (service_id, owner_id, updated_at) values (?, ?, ?)
                        """)
                .params(serviceId, ownerId, Timestamp.from(clock.instant()))
                .update();
    }

    /** From now on it is nobody's. */
    void leave(long serviceId) {
        jdbc.sql(
                        """
                        insert into known_sites (service_id, owner_id, updated_at) values (?, null, ?)
                        on duplicate key update owner_id = null, updated_at = values(updated_at)
                        """)
                .params(serviceId, Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether anything is known of it, even that it is gone. */
    boolean isKnown(long serviceId) {
        return count("select count(*) from known_sites where service_id = ?", serviceId) > 0;
    }

    /** Whether there is such a site. */
    boolean isThere(long serviceId) {
        return count(
                        "select count(*) from known_sites where service_id = ? and owner_id is not null",
                        serviceId)
                > 0;
    }

    private int count(String sql, long serviceId) {
        return jdbc.sql(sql).param(serviceId).query(Integer.class).single();
    }
}
