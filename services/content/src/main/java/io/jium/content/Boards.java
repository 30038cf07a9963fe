package io.jium.content;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boards of sites. Methods that take an owner never see or touch another owner's rows; those that
 * take a viewer show what he may see.
 */
@Repository
class Boards {

    /** More boards than this are no site. */
    private static final int MOST_PER_SITE = 100;

    private static final String SELECT =
            """
            select b.id, b.service_id, b.name, b.slug, b.type, b.settings, b.is_active, b.version, b.created_at,
                   b.updated_at, s.owner_id
            from boards b join known_sites s on s.service_id = b.service_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Boards(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    record NewBoard(String name, String slug, BoardType type, BoardSettings settings) {}

    /** Adds a board to an owner's site. Refuses a slug that the site has already. */
    @Transactional
    public Board add(long serviceId, long ownerId, NewBoard board) {
        holdSite(serviceId, ownerId);
        refuseTooMany(serviceId);
        var now = Timestamp.from(clock.instant());
        var id = new GeneratedKeyHolder();
        try {
            jdbc.sql(
                            """
                            insert into boards
                            (service_id, name, slug, type, settings, is_active, version, created_at, updated_at)
                            values (?, ?, ?, ?, ?, true, 1, ?, ?)
                            """)
                    .params(serviceId, board.name, board.slug, board.type.key())
                    .params(json.writeValueAsBytes(board.settings), now, now)
                    .update(id, "id");
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        return find(Objects.requireNonNull(id.getKey()).longValue(), new Viewer(ownerId))
                .orElseThrow();
    }

    /** Until the commit the site is not deleted, and gets no other board. */
    private void holdSite(long serviceId, long ownerId) {
        var held =
                jdbc.sql(
                                "select service_id from known_sites where service_id = ? and owner_id = ? for update")
                        .params(serviceId, ownerId)
                        .query(Long.class)
                        .optional();
        if (held.isEmpty()) {
            throw new NotFound();
        }
    }

    private void refuseTooMany(long serviceId) {
        var count =
                jdbc.sql("select count(*) from boards where service_id = ?")
                        .param(serviceId)
                        .query(Integer.class)
                        .single();
        if (count >= MOST_PER_SITE) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", MOST_PER_SITE);
        }
    }

    /** What is to be other than it is; null leaves as it is. */
    record Change(
            @Nullable String name,
            @Nullable String slug,
            @Nullable BoardType type,
            @Nullable BoardSettings settings,
            @Nullable Boolean isActive) {

        private Board of(Board board) {
            return new Board(
                    board.id(),
                    board.serviceId(),
                    name == null ? board.name() : name,
                    slug == null ? board.slug() : slug,
                    type == null ? board.type() : type,
                    settings == null ? board.settings() : settings,
                    isActive == null ? board.isActive() : isActive,
                    board.version(),
                    board.createdAt(),
                    board.updatedAt(),
                    board.ownerId());
        }
    }

    /**
     * Changes a board upon the version that was seen. What changes nothing (a doubled request)
     * succeeds whatever its version; any other change upon an old one is refused.
     */
    @Transactional
    public Board change(long id, long ownerId, long seen, Change change) {
        var current = held(id, ownerId);
        var next = change.of(current);
        if (next.equals(current)) {
            return current;
        }
        if (current.version() != seen) {
            throw new StaleVersion(current.version(), current);
        }
        try {
            jdbc.sql(
                            """
                            update boards set name = ?, slug = ?, type = ?, settings = ?, is_active = ?,
                            version = version + 1, updated_at = ? where id = ?
                            """)
                    .params(next.name(), next.slug(), next.type().key())
                    .params(json.writeValueAsBytes(next.settings()), next.isActive())
                    .params(Timestamp.from(clock.instant()), id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("slug", "taken");
        }
        return find(id, new Viewer(ownerId)).orElseThrow();
    }

    private Board held(long id, long ownerId) {
        return jdbc.sql(SELECT + "where b.id = ? and s.owner_id = ? for update")
                .params(id, ownerId)
                .query(this::board)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Deletes a board with its posts. */
    void delete(long id, long ownerId) {
        var deleted =
                jdbc.sql(
                                """
                                delete from boards where id = ?
                                and service_id in (select service_id from known_sites where owner_id = ?)
                                """)
                        .params(id, ownerId)
                        .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }

    /** Deletes all boards of a site with their posts. */
    void deleteAll(long serviceId) {
        jdbc.sql("delete from boards where service_id = ?").param(serviceId).update();
    }

    Optional<Board> find(long id, Viewer viewer) {
        return jdbc.sql(
                        SELECT
                                + """
                                where b.id = ? and s.owner_id is not null and (s.owner_id = ? or b.is_active = true)
                                """)
                .params(id, viewer.userId())
                .query(this::board)
                .optional();
    }

    /** Boards of a site, oldest first. */
    List<Board> of(long serviceId, Viewer viewer, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + """
                                where b.service_id = ? and s.owner_id is not null
                                and (s.owner_id = ? or b.is_active = true) and b.id > ? order by b.id limit ?
                                """)
                .params(serviceId, viewer.userId(), paging.above(), paging.rows())
                .query(this::board)
                .list();
    }

    private Board board(ResultSet row, int number) throws SQLException {
        return new Board(
                row.getLong("id"),
                row.getLong("service_id"),
                row.getString("name"),
                row.getString("slug"),
                BoardType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                json.readValue(
                        row.getString("settings").getBytes(StandardCharsets.UTF_8),
                        BoardSettings.class),
                row.getBoolean("is_active"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("owner_id"));
    }
}
