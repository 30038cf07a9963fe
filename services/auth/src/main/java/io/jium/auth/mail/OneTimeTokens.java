package io.jium.auth.mail;

import io.jium.auth.password.TokenHash;
import io.jium.platform.security.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens that work once and for a while; of each user and purpose only the newest works. */
@Repository
public class OneTimeTokens {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    OneTimeTokens(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Makes a token; older ones are void. */
    String make(long userId, Purpose purpose) {
        revoke(userId, purpose);
        var token = secrets.token();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into one_time_tokens (token, user_id, purpose, expires_at, created_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(TokenHash.of(token), userId, purpose.text())
                .params(Timestamp.from(now.plus(purpose.life)), Timestamp.from(now))
                .update();
        return token;
    }

    /** Voids what the user holds for this purpose. */
    public void revoke(long userId, Purpose purpose) {
        jdbc.sql("delete from one_time_tokens where user_id = ? and purpose = ?")
                .params(userId, purpose.text())
                .update();
    }

    /** Whose token this is, if it still works. */
    public Optional<Long> holder(String token, Purpose purpose) {
        return jdbc.sql(
                        "select user_id from one_time_tokens where token = ? and purpose = ? and expires_at > ?")
                .params(TokenHash.of(token), purpose.text(), Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** Uses the token up; false when somebody was faster, or it has expired. */
    public boolean use(String token, Purpose purpose) {
        return jdbc.sql(
                                "delete from one_time_tokens where token = ? and purpose = ? and expires_at > ?")
                        .params(
                                TokenHash.of(token),
                                purpose.text(),
                                Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** Whether the user was given one not longer ago than this. */
    public boolean givenWithin(Duration time, long userId, Purpose purpose) {
        return jdbc.sql(
                                "select count(*) from one_time_tokens where user_id = ? and purpose = ? and created_at > ?")
                        .params(userId, purpose.text(), Timestamp.from(clock.instant().minus(time)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Forgets those that have expired. */
    public void forgetExpired() {
        jdbc.sql("delete from one_time_tokens where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
