package io.jium.platform.web;

import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers the answers to requests that carried an {@code Idempotency-Key}, in the service's own
 * database, sealed. A claim whose process died is taken over by the next try: the work itself must
 * bear being begun again.
 */
public final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;
    private final String process = UUID.randomUUID().toString();

    public IdempotencyKeys(JdbcClient jdbc, Secrets secrets, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** An answer as it went out. */
    public record Answer(int status, @Nullable String contentType, byte[] body) {}

    /**
     * Claims the key for this request, or gives the first answer again. Refuses when the key stands
     * for another request (422) or for one still under way (409).
     *
     * @param scope whose key it is
     * @param fingerprint of the request, 64 hex digits
     */
    public Optional<Answer> claim(String scope, String key, String fingerprint) {
        try {
            jdbc.sql(
                            """
                            insert into idempotency_keys (scope, idempotency_key, fingerprint, claimed_by, created_at)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(scope, key, fingerprint, process, Timestamp.from(clock.instant()))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException known) {
            return known(scope, key, fingerprint);
        }
    }

    private Optional<Answer> known(String scope, String key, String fingerprint) {
        var row =
                jdbc.sql(
                                """
                                select fingerprint, claimed_by, status, answer, created_at from idempotency_keys
                                where scope = ? and idempotency_key = ?
                                """)
                        .params(scope, key)
                        .query((rs, n) ->
                                new Row(
                                        rs.getString("fingerprint"),
                                        rs.getString("claimed_by"),
                                        rs.getObject("status") != null,
                                        rs.getBytes("answer"),
                                        rs.getTimestamp("created_at")))
                        .optional();
        if (row.isEmpty()) {
            return claim(scope, key, fingerprint);
        }
        var found = row.get();
        if (!found.fingerprint.equals(fingerprint)) {
            throw new Refusal(HttpStatus.valueOf(422), "idempotency_key_reused");
        }
        if (found.answered && found.answer != null) {
            return Optional.of(json.readValue(secrets.open(found.answer), Answer.class));
        }
        takeOver(scope, key, found);
        return Optional.empty();
    }

    private void takeOver(String scope, String key, Row found) {
        var stale = Timestamp.from(clock.instant().minus(LONGEST_WORK));
        var taken =
                jdbc.sql(
                                """
                                update idempotency_keys set claimed_by = ?, created_at = ?
                                where scope = ? and idempotency_key = ? and claimed_by = ? and status is null
                                and (claimed_by <> ? or created_at < ?)
                                """)
                        .params(
                                process,
                                Timestamp.from(clock.instant()),
                                scope,
                                key,
                                found.claimedBy,
                                process,
                                stale)
                        .update();
        if (taken == 0) {
            throw new Refusal(HttpStatus.CONFLICT, "idempotency_key_in_use")
                    .header("Retry-After", "1");
        }
    }

    /** Keeps the answer for the next try. */
    public void answered(String scope, String key, Answer answer) {
        jdbc.sql(
                        "update idempotency_keys set status = ?, answer = ? where scope = ? and idempotency_key = ?")
                .params(answer.status(), secrets.seal(json.writeValueAsBytes(answer)), scope, key)
                .update();
    }

    /** Gives the key back: nothing was done. */
    public void release(String scope, String key) {
        jdbc.sql(
                        "delete from idempotency_keys where scope = ? and idempotency_key = ? and status is null")
                .params(scope, key)
                .update();
    }

    /** Forgets answers older than a day. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public void forgetOld() {
        jdbc.sql("delete from idempotency_keys where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private record Row(
            String fingerprint,
            String claimedBy,
            boolean answered,
            byte @Nullable [] answer,
            Timestamp createdAt) {}
}
