package io.jium.deploy;

import io.jium.contracts.deploy.SitePublished;
import io.jium.deploy.Releases.Size;
import io.jium.platform.events.Events;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deployments: each is one way to a live release, from the order to its end. */
@Repository
class Deployments {

    static final String QUEUED = "queued";
    static final String BUILDING = "building";
    static final String UPLOADING = "uploading";
    static final String LIVE = "live";
    static final String FAILED = "failed";

    private static final String SELECT =
            """
            select id, service_id, release_id, note, status, progress, pages, files, bytes, started_at, finished_at,
                   error_code, error_detail from deployments
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Deployments(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    record Deployment(
            long id,
            long serviceId,
            @Nullable Long releaseId,
            @Nullable String note,
            String status,
            int progress,
            @Nullable Integer pages,
            @Nullable Integer files,
            @Nullable Long bytes,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Failure error) {

        boolean isOver() {
            return finishedAt != null;
        }
    }

    /**
     * @param detail for the owner to read
     */
    record Failure(String code, String detail) {}

    /**
     * @param releaseId the release to return to, or null for a new one
     */
    Deployment queue(long serviceId, @Nullable String note, @Nullable Long releaseId) {
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into deployments (service_id, release_id, note, status, progress, started_at)
                        values (?, ?, ?, 'queued', 0, ?)
                        """)
                .param(serviceId)
                .param(releaseId)
                .param(note)
                .param(Timestamp.from(clock.instant()))
                .update(id, "id");
        return find(Objects.requireNonNull(id.getKey()).longValue()).orElseThrow();
    }

    /** One that has not begun makes the site public after all. */
    void open(long id) {
        jdbc.sql("update deployments set opens = true where id = ?").param(id).update();
    }

    void progress(long id, String status, int percent) {
        jdbc.sql(
                        "update deployments set status = ?, progress = ? where id = ? and finished_at is null")
                .params(status, percent, id)
                .update();
    }

    /** Visitors see its release now. */
    @Transactional
    public void live(Deployment deployment, long releaseId, Size size) {
        jdbc.sql(
                        """
                        update deployments set status = 'live', progress = 100, release_id = ?, pages = ?, files = ?,
                        bytes = ?, finished_at = ? where id = ?
                        """)
                .params(releaseId, size.pages(), size.files(), size.bytes())
                .params(Timestamp.from(clock.instant()), deployment.id)
                .update();
        events.tell(new SitePublished(deployment.serviceId, releaseId));
    }

    void failed(long id, Failure failure) {
        jdbc.sql(
                        """
                        update deployments set status = 'failed', error_code = ?, error_detail = ?, finished_at = ?
                        where id = ? and finished_at is null
                        """)
                .params(failure.code, failure.detail, Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Those of a site that is removed; what is under way will find that it is gone. */
    void removeAll(long serviceId) {
        jdbc.sql("delete from deployments where service_id = ?").param(serviceId).update();
    }

    Optional<Deployment> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(Deployments::deployment)
                .optional();
    }

    Optional<Deployment> last(long serviceId) {
        return jdbc.sql(SELECT + "where service_id = ? order by id desc limit 1")
                .param(serviceId)
                .query(Deployments::deployment)
                .optional();
    }

    /** Whether what was ordered later is live already: one that has waited must not undo it. */
    boolean isOvertaken(Deployment deployment) {
        return jdbc.sql(
                                "select count(*) from deployments where service_id = ? and id > ? and status = 'live'")
                        .params(deployment.serviceId, deployment.id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The one that made the given release live last. */
    Optional<Deployment> ofRelease(long serviceId, long releaseId) {
        return jdbc.sql(
                        SELECT
                                + "where service_id = ? and release_id = ? and status = 'live' order by id desc limit 1")
                .params(serviceId, releaseId)
                .query(Deployments::deployment)
                .optional();
    }

    private static Deployment deployment(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        var error = row.getString("error_code");
        return new Deployment(
                row.getLong("id"),
                row.getLong("service_id"),
                orNull(row, row.getLong("release_id")),
                row.getString("note"),
                row.getString("status"),
                row.getInt("progress"),
                orNull(row, row.getInt("pages")),
                orNull(row, row.getInt("files")),
                orNull(row, row.getLong("bytes")),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                error == null ? null : new Failure(error, row.getString("error_detail")));
    }

    /** JDBC gives 0 for NULL; the row still knows. */
    private static <T> @Nullable T orNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
