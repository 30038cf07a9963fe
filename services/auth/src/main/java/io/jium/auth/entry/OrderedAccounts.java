package io.jium.auth.entry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders of accounts for others. */
@Repository
class OrderedAccounts {

    private final JdbcClient jdbc;

    OrderedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param userId null when no user was made
     */
    record Order(@Nullable Long userId, boolean cancelled) {}

    Optional<Order> find(String key) {
        return jdbc.sql("select user_id, cancelled from ordered_accounts where order_key = ?")
                .param(key)
                .query((row, number) -> {
                    var user = row.getLong("user_id");
                    return new Order(row.wasNull() ? null : user, row.getBoolean("cancelled"));
                })
                .optional();
    }

    /** {@code DuplicateKeyException} when it is known, carried out or cancelled. */
    void add(String key) {
        jdbc.sql("insert into ordered_accounts (order_key, cancelled) values (?, false)")
                .param(key)
                .update();
    }

    void carriedOut(String key, long userId) {
        jdbc.sql("update ordered_accounts set user_id = ? where order_key = ?")
                .params(userId, key)
                .update();
    }

    /** The order counts no more, also when it comes only later. */
    void cancel(String key) {
        jdbc.sql(
                        """
                        insert into ordered_accounts (order_key, cancelled) values (?, true)
                        on duplicate key update cancelled = true
                        """)
                .param(key)
                .update();
    }
}
