package io.jium.payment;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who the customers are, as the auth service tells: for bills and receipts. */
@Repository
class Customers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same again changes nothing; who is gone stays gone. */
    void keep(long userId, String name, String email) {
        if (hasLeft(userId)) {
            return;
        }
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into customers (user_id, name, email, updated_at) values (?, ?, ?, ?)
                        on duplicate key update name = values(name), email = values(email),
                        updated_at = values(updated_at)
                        """)
                .params(userId, name, email, now)
                .update();
    }

    /** Forgets who it was. */
    void leave(long userId) {
        jdbc.sql("insert ignore into departed_customers (user_id) values (?)")
                .param(userId)
                .update();
        jdbc.sql("delete from customers where user_id = ?").param(userId).update();
    }

    boolean hasLeft(long userId) {
        return jdbc.sql("select count(*) from departed_customers where user_id = ?")
                        .param(userId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
