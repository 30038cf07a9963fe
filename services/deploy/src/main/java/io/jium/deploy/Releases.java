package io.jium.deploy;

import io.jium.platform.problem.NotFound;
import io.jium.platform.web.Paging;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Releases of sites, as rows; what they serve is on disk. */
@Repository
class Releases {

    private static final TypeReference<Map<Long, Long>> VERSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Releases(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    record Release(
            long id,
            long serviceId,
            @Nullable String note,
            int pages,
            int files,
            long bytes,
            Instant createdAt,
            boolean isLive) {}

    /** What a release holds, in numbers. */
    record Size(int pages, int files, long bytes) {}

    long add(long serviceId, @Nullable String note, Size size, Map<Long, Long> pageVersions) {
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into releases (service_id, note, pages, files, bytes, page_versions, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(serviceId)
                .param(note)
                .params(size.pages, size.files, size.bytes, json.writeValueAsBytes(pageVersions))
                .param(Timestamp.from(clock.instant()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    /** Releases of an owner's site, newest first. */
    List<Release> of(long serviceId, long ownerId, Paging paging) {
        return jdbc.sql(
                        """
                        select r.id, r.service_id, r.note, r.pages, r.files, r.bytes, r.created_at,
                               case when r.id = s.live_release_id then true else false end as is_live
                        from releases r join hosted_sites s on s.service_id = r.service_id
                        where r.service_id = ? and s.owner_id = ? and r.id < ? order by r.id desc limit ?
                        """)
                .params(serviceId, ownerId, paging.below(), paging.rows())
                .query((row, n) ->
                        new Release(
                                row.getLong("id"),
                                row.getLong("service_id"),
                                row.getString("note"),
                                row.getInt("pages"),
                                row.getInt("files"),
                                row.getLong("bytes"),
                                row.getTimestamp("created_at").toInstant(),
                                row.getBoolean("is_live")))
                .list();
    }

    /** Page versions of a release by page id; refused when the site has no such release. */
    Map<Long, Long> pageVersions(long serviceId, long releaseId) {
        return jdbc.sql("select page_versions from releases where id = ? and service_id = ?")
                .params(releaseId, serviceId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text.getBytes(StandardCharsets.UTF_8), VERSIONS))
                .orElseThrow(NotFound::new);
    }

    /** Those of a site that is removed. */
    void removeAll(long serviceId) {
        jdbc.sql("delete from releases where service_id = ?").param(serviceId).update();
    }

    Size size(long serviceId, long releaseId) {
        return jdbc.sql("select pages, files, bytes from releases where id = ? and service_id = ?")
                .params(releaseId, serviceId)
                .query((row, n) ->
                        new Size(row.getInt("pages"), row.getInt("files"), row.getLong("bytes")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
