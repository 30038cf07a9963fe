package io.jium.auth.session;

import io.jium.auth.password.Client;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The sessions there are; one that ends is deleted, with its used refresh tokens. */
@Repository
class OpenSessions {

    private static final String SELECT =
            """
            select id, user_id, token, expires_at, created_at, user_agent, ip_address, last_seen_at
            from user_sessions
            """;

    private final JdbcClient jdbc;

    OpenSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param tokenHash of the current refresh token
     */
    record Session(
            long id,
            long userId,
            String tokenHash,
            Instant expiresAt,
            Instant createdAt,
            String userAgent,
            String ipAddress,
            Instant lastSeenAt) {}

    long open(long userId, String tokenHash, Instant now, Instant expiresAt, Client client) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into user_sessions
                        (user_id, token, expires_at, created_at, user_agent, ip_address, last_seen_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(userId, tokenHash, Timestamp.from(expiresAt), Timestamp.from(now))
                .params(client.userAgent(), client.address(), Timestamp.from(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The session that a refresh token belongs or belonged to. */
    Optional<Long> ofRefreshToken(String hash) {
        return jdbc.sql(
                        """
                        select id from user_sessions where token = ?
                        union select session_id from used_refresh_tokens where token = ?
                        """)
                .params(hash, hash)
                .query(Long.class)
                .optional();
    }

    /** Whose session it is, as far as its use is concerned. */
    record Holder(boolean mayWork, Instant expiresAt) {}

    Optional<Holder> holder(long id) {
        return jdbc.sql(
                        """
                        select u.status, s.expires_at from user_sessions s join users u on u.id = s.user_id
                        where s.id = ?
                        """)
                .param(id)
                .query((row, number) ->
                        new Holder(
                                row.getString("status").equals("active"),
                                row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /**
     * Holds the session until the transaction ends. By id: a locking read of a token that is
     * exchanged at this moment would lock the gap it leaves, and so every other exchange on
     * MariaDB.
     */
    Optional<Session> lock(long id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(OpenSessions::session)
                .optional();
    }

    /** The user's sessions that have not expired, newest first. */
    List<Session> page(long userId, Instant now, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + "where user_id = ? and expires_at > ? and id < ? order by id desc limit ?")
                .params(userId, Timestamp.from(now), paging.below(), paging.rows())
                .query(OpenSessions::session)
                .list();
    }

    /** Exchanges the refresh token of a locked session. */
    void exchange(
            Session session,
            String successorHash,
            byte[] sealedSuccessor,
            Instant now,
            Instant expiresAt,
            Client client) {
        jdbc.sql("update used_refresh_tokens set successor = null where session_id = ?")
                .param(session.id)
                .update();
        jdbc.sql(
                        "insert into used_refresh_tokens (token, session_id, used_at, successor) values (?, ?, ?, ?)")
                .params(session.tokenHash, session.id, Timestamp.from(now), sealedSuccessor)
                .update();
        jdbc.sql(
                        """
                        update user_sessions
                        set token = ?, expires_at = ?, user_agent = ?, ip_address = ?, last_seen_at = ?
                        where id = ?
                        """)
                .params(successorHash, Timestamp.from(expiresAt))
                .params(client.userAgent(), client.address(), Timestamp.from(now), session.id)
                .update();
    }

    /** The token that a used one was exchanged for after {@code since}, sealed. */
    Optional<byte[]> successor(String usedHash, Instant since) {
        return jdbc.sql(
                        """
                        select successor from used_refresh_tokens
                        where token = ? and used_at > ? and successor is not null
                        """)
                .params(usedHash, Timestamp.from(since))
                .query((row, number) -> row.getBytes("successor"))
                .optional();
    }

    /** Ends one session of the user; false when he has no such session. */
    boolean end(long userId, long id) {
        return jdbc.sql("delete from user_sessions where id = ? and user_id = ?")
                        .params(id, userId)
                        .update()
                > 0;
    }

    /** Ends all sessions of the user, except one when it is given. */
    void endAll(long userId, @Nullable Long except) {
        jdbc.sql("delete from user_sessions where user_id = ? and id <> ?")
                .params(userId, except == null ? 0 : except)
                .update();
    }

    void seen(Map<Long, Instant> times) {
        times.forEach((id, time) ->
                jdbc.sql(
                                "update user_sessions set last_seen_at = ? where id = ? and last_seen_at < ?")
                        .params(Timestamp.from(time), id, Timestamp.from(time))
                        .update());
    }

    void forgetExpired(Instant now) {
        jdbc.sql("delete from user_sessions where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }

    void forgetSuccessors(Instant before) {
        jdbc.sql(
                        "update used_refresh_tokens set successor = null where used_at <= ? and successor is not null")
                .param(Timestamp.from(before))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("token"),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getString("user_agent"),
                row.getString("ip_address"),
                row.getTimestamp("last_seen_at").toInstant());
    }
}
