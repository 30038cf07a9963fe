package io.jium.deploy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What is to be published later: at most one plan for each site. */
@Repository
class PlannedPublications {

    private final JdbcClient jdbc;

    PlannedPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Planned(long id, long serviceId, Instant publishAt, @Nullable String note) {}

    /** A new plan of a site that has none. */
    long add(long serviceId, Instant publishAt, @Nullable String note) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into planned_publications (service_id, publish_at, note) values (?, ?, ?)")
                .params(serviceId, Timestamp.from(publishAt))
                .param(note)
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    Optional<Planned> of(long serviceId) {
        return jdbc.sql(
                        """
                        select id, service_id, publish_at, note from planned_publications
                        where service_id = ?
                        """)
                .param(serviceId)
                .query((row, n) ->
                        new Planned(
                                row.getLong("id"),
                                row.getLong("service_id"),
                                row.getTimestamp("publish_at").toInstant(),
                                row.getString("note")))
                .optional();
    }

    /** The plan's site and note for whoever comes first; empty when it was cancelled or taken. */
    Optional<Planned> take(long id) {
        var planned =
                jdbc.sql("select service_id from planned_publications where id = ? for update")
                        .param(id)
                        .query(Long.class)
                        .optional()
                        .flatMap(this::of);
        planned.ifPresent(is -> cancel(is.serviceId));
        return planned;
    }

    void cancel(long serviceId) {
        jdbc.sql("delete from planned_publications where service_id = ?").param(serviceId).update();
    }
}
