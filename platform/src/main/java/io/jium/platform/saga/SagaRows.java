package io.jium.platform.saga;

import io.jium.platform.saga.Position.Doing;
import io.jium.platform.saga.Position.Done;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Position.Tries;
import io.jium.platform.saga.Position.Undoing;
import io.jium.platform.saga.Position.Undone;
import io.jium.platform.saga.Run.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Sagas as they are written down. */
@Repository
class SagaRows {

    /** First version of a saga that whoever comes first is to carry on. */
    static final long NOBODYS = 0;

    /** First version of one that is carried on by who begins it. */
    static final long BEGINNERS = 1;

    private static final String UNENDED =
            """
            select id, type, status, direction, step, failures, since_at, due_at, deadline, state, trace_id, version
            from sagas where id = ? and state is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Saga<?>> kinds;

    SagaRows(JdbcClient jdbc, JsonMapper json, Clock clock, List<Saga<?>> kinds) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(Saga::type, Function.identity()));
    }

    /** A saga that has not ended, as it was read or written last. */
    record Row<S extends Record>(
            long id,
            Saga<S> saga,
            Position position,
            S state,
            Instant deadline,
            @Nullable String traceId,
            long version) {

        /** Whoever began the present step has it for himself until then, dead or alive. */
        Optional<Instant> heldUntil() {
            return version == NOBODYS
                    ? Optional.empty()
                    : position.present()
                            .filter(tries -> tries.failures() == 0)
                            .map(tries -> tries.since().plus(Sagas.HEAD_START));
        }

        @Override
        public String toString() {
            return "saga %d (%s, %s)"
                    .formatted(id, saga.type(), saga.steps().get(position.step()).name());
        }
    }

    /**
     * Nothing when there is one of this kind and key already that was not taken back.
     *
     * @param version {@link #NOBODYS} or {@link #BEGINNERS}
     */
    <S extends Record> Optional<Row<S>> add(Saga<S> saga, String key, S state, long version) {
        jdbc.sql("delete from sagas where type = ? and saga_key = ? and status = 'undone'")
                .params(saga.type(), key)
                .update();
        var now = clock.instant();
        var row =
                new Row<>(
                        0,
                        saga,
                        saga.course().start(now),
                        state,
                        now.plus(saga.limit()),
                        MDC.get("trace_id"),
                        version);
        var id = new GeneratedKeyHolder();
        try {
            jdbc.sql(
                            """
                            insert into sagas (type, saga_key, status, direction, step, failures, since_at, due_at,
                            deadline, state, trace_id, version, created_at, updated_at)
                            values (?, ?, 'running', 'there', ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(saga.type(), key, saga.steps().getFirst().name())
                    .params(Timestamp.from(now), Timestamp.from(now))
                    .params(Timestamp.from(row.deadline), json.writeValueAsBytes(state))
                    .param(row.traceId)
                    .params(version, Timestamp.from(now), Timestamp.from(now))
                    .update(id, "id");
        } catch (DuplicateKeyException known) {
            return Optional.empty();
        }
        return Optional.of(
                new Row<>(
                        Objects.requireNonNull(id.getKey()).longValue(),
                        saga,
                        row.position,
                        state,
                        row.deadline,
                        row.traceId,
                        version));
    }

    /** Writes down where it stands now; {@link Overtaken} when another has written since. */
    <S extends Record> Row<S> write(Row<S> row, Position to, S state, @Nullable String error) {
        var now = clock.instant();
        var tries = tries(to, now);
        var written =
                jdbc.sql(
                                """
                                update sagas set status = ?, direction = ?, step = ?, failures = ?, since_at = ?,
                                due_at = ?, state = ?, last_error = coalesce(?, last_error), version = ?, updated_at = ?
                                where id = ? and version = ?
                                """)
                        .params(status(to).name().toLowerCase(Locale.ROOT), direction(to))
                        .params(row.saga.steps().get(to.step()).name(), tries.failures())
                        .params(Timestamp.from(tries.since()), Timestamp.from(tries.due()))
                        .param(hasEnded(to) ? null : json.writeValueAsBytes(state))
                        .param(error)
                        .params(row.version + 1, Timestamp.from(now), row.id, row.version)
                        .update();
        if (written == 0) {
            throw new Overtaken(row.id);
        }
        return new Row<>(row.id, row.saga, to, state, row.deadline, row.traceId, row.version + 1);
    }

    /** A saga that has not ended. */
    Optional<Row<?>> find(long id) {
        return jdbc.sql(UNENDED)
                .param(id)
                .<Row<?>>query((row, number) -> row(row, kind(row.getString("type"))))
                .optional();
    }

    /** The same as it is now, if it has not ended. */
    <S extends Record> Optional<Row<S>> again(Row<S> before) {
        return jdbc.sql(UNENDED)
                .param(before.id)
                .query((row, number) -> row(row, before.saga))
                .optional();
    }

    /** How the saga of this kind and key stands. */
    <S extends Record> Run<S> standing(Saga<S> saga, String key) {
        return jdbc.sql("select status, direction from sagas where type = ? and saga_key = ?")
                .params(saga.type(), key)
                .query((row, number) ->
                        new Run<S>(
                                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                                row.getString("direction").equals("back"),
                                null,
                                null))
                .single();
    }

    static <S extends Record> Run<S> standing(Row<S> row, @Nullable RuntimeException failure) {
        var at = row.position;
        return new Run<>(status(at), direction(at).equals("back"), row.state, failure);
    }

    /** Newest first. */
    List<SagaView> list(Status status, long below, int most) {
        return jdbc.sql(
                        """
                        select id, type, saga_key, status, direction, step, failures, due_at, last_error, trace_id,
                        created_at, updated_at from sagas where status = ? and id < ? order by id desc limit ?
                        """)
                .params(status.name().toLowerCase(Locale.ROOT), below, most)
                .query(SagaRows::view)
                .list();
    }

    int count(Status status) {
        return jdbc.sql("select count(*) from sagas where status = ?")
                .param(status.name().toLowerCase(Locale.ROOT))
                .query(Integer.class)
                .single();
    }

    Optional<SagaView> view(long id) {
        return jdbc.sql(
                        """
                        select id, type, saga_key, status, direction, step, failures, due_at, last_error, trace_id,
                        created_at, updated_at from sagas where id = ?
                        """)
                .param(id)
                .query(SagaRows::view)
                .optional();
    }

    private Saga<?> kind(String type) {
        var kind = kinds.get(type);
        if (kind == null) {
            throw new IllegalStateException("There are no sagas of type " + type + " any more");
        }
        return kind;
    }

    private <S extends Record> Row<S> row(ResultSet row, Saga<S> saga) throws SQLException {
        return new Row<>(
                row.getLong("id"),
                saga,
                position(row, saga.index(row.getString("step"))),
                json.readValue(row.getBytes("state"), saga.state()),
                row.getTimestamp("deadline").toInstant(),
                row.getString("trace_id"),
                row.getLong("version"));
    }

    private static Position position(ResultSet row, int step) throws SQLException {
        var goingBack = row.getString("direction").equals("back");
        if (row.getString("status").equals("stuck")) {
            return new Stuck(step, goingBack);
        }
        var tries =
                new Tries(
                        row.getInt("failures"),
                        row.getTimestamp("since_at").toInstant(),
                        row.getTimestamp("due_at").toInstant());
        return goingBack ? new Undoing(step, tries) : new Doing(step, tries);
    }

    private static SagaView view(ResultSet row, int number) throws SQLException {
        return new SagaView(
                row.getLong("id"),
                row.getString("type"),
                row.getString("saga_key"),
                row.getString("status"),
                row.getString("direction"),
                row.getString("step"),
                row.getInt("failures"),
                row.getTimestamp("due_at").toInstant(),
                row.getString("last_error"),
                row.getString("trace_id"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static Status status(Position position) {
        return switch (position) {
            case Doing _, Undoing _ -> Status.RUNNING;
            case Done _ -> Status.DONE;
            case Undone _ -> Status.UNDONE;
            case Stuck _ -> Status.STUCK;
        };
    }

    private static boolean hasEnded(Position position) {
        return position instanceof Done || position instanceof Undone;
    }

    private static String direction(Position position) {
        return switch (position) {
            case Doing _, Done _ -> "there";
            case Undoing _, Undone _ -> "back";
            case Stuck stuck -> stuck.goingBack() ? "back" : "there";
        };
    }

    private static Tries tries(Position position, Instant now) {
        return switch (position) {
            case Doing doing -> doing.tries();
            case Undoing undoing -> undoing.tries();
            case Done _, Undone _, Stuck _ -> Tries.fresh(now);
        };
    }
}
