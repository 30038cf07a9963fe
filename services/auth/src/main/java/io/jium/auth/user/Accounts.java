package io.jium.auth.user;

import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** All users. */
@Repository
public class Accounts {

    private static final String SELECT =
            """
            select id, name, email, password, role, status, email_verified_at, locale, created_at
            from users
            """;

    /** No password's hash. */
    private static final String CLOSED = "-";

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Accounts::account).optional();
    }

    public Optional<Account> byEmail(String email) {
        return jdbc.sql(SELECT + "where email = ?")
                .param(email)
                .query(Accounts::account)
                .optional();
    }

    /**
     * Adds an active user and gives him his id; {@code DuplicateKeyException} when the address is
     * taken.
     */
    public long add(NewAccount account) {
        var key = new GeneratedKeyHolder();
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into users (name, email, password, role, locale, email_verified_at, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(account.name, account.email, account.password, account.role.text())
                .param(account.locale)
                .param(account.verified ? now : null)
                .param(now)
                .param(now)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /**
     * @param password its hash
     * @param verified whether the address needs no confirmation
     */
    public record NewAccount(
            String name,
            String email,
            String password,
            Role role,
            String locale,
            boolean verified) {}

    public void rename(long id, String name, String locale) {
        jdbc.sql("update users set name = ?, locale = ? where id = ?")
                .params(name, locale, id)
                .update();
    }

    public void changePassword(long id, String hash) {
        jdbc.sql("update users set password = ? where id = ?").params(hash, id).update();
    }

    /** Notes that the address is the user's own; the first time counts. */
    public void verified(long id) {
        jdbc.sql(
                        "update users set email_verified_at = ? where id = ? and email_verified_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    boolean hasAdministrator() {
        return jdbc.sql("select count(*) from users where role = 'admin'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether he is the only one; administrators are held until the transaction ends. */
    public boolean isLastAdministrator(long id) {
        var administrators =
                jdbc.sql(
                                "select id from users where role = 'admin' and status = 'active' order by id for update")
                        .query((row, number) -> row.getLong("id"))
                        .list();
        return administrators.equals(List.of(id));
    }

    /** Of no use any more: neither a password nor a link lets anybody in. */
    public void close(long id) {
        jdbc.sql("update users set status = 'inactive', role = 'user', password = ? where id = ?")
                .params(CLOSED, id)
                .update();
    }

    /** With all that hangs on it: sessions, links, permissions, networks. */
    public void remove(long id) {
        jdbc.sql("delete from users where id = ?").param(id).update();
    }

    public void change(long id, Status status, Role role) {
        jdbc.sql("update users set status = ?, role = ? where id = ?")
                .params(status.text(), role.text(), id)
                .update();
    }

    /** Holds both accounts until the transaction ends, always in the same order. */
    public List<Account> lock(long one, long other) {
        return jdbc.sql(SELECT + "where id in (?, ?) order by id for update")
                .params(one, other)
                .query(Accounts::account)
                .list();
    }

    /** Newest first; {@code text} is looked for in names and addresses. */
    public List<Account> page(Paging paging, @Nullable String text) {
        var pattern = text == null ? "%" : "%" + escaped(text) + "%";
        return jdbc.sql(
                        SELECT
                                + """
                                where id < ? and (name like ? escape '!' or email like ? escape '!')
                                order by id desc limit ?
                                """)
                .params(paging.below(), pattern, pattern, paging.rows())
                .query(Accounts::account)
                .list();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("password"),
                Role.parse(row.getString("role")).orElseThrow(),
                Status.parse(row.getString("status")).orElseThrow(),
                instant(row.getTimestamp("email_verified_at")),
                row.getString("locale"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
