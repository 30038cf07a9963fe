package io.jium.builder.duplicate;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of a site's files given to another site; the bytes are common to all. */
@Repository
class CopiedFiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    CopiedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void copy(long from, long to) {
        jdbc.sql(
                        """
                        insert into assets
                        (service_id, name, sha256, media_type, bytes, width, height, site_path, upload_sha256, alt,
                         focal_x, focal_y, created_at)
                        select ?, name, sha256, media_type, bytes, width, height, site_path, upload_sha256, alt,
                               focal_x, focal_y, ?
                        from assets where service_id = ? order by id
                        """)
                .params(to, Timestamp.from(clock.instant()), from)
                .update();
    }
}
