package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.platform.problem.NotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sites have room on the host, whose they are, and which release is live. */
@Repository
class HostedSites {

    private static final String SELECT =
            "select service_id, owner_id, slug, state, live_release_id from hosted_sites where service_id = ?";

    private final JdbcClient jdbc;

    HostedSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record HostedSite(
            long serviceId,
            long ownerId,
            String slug,
            Hosting.State state,
            @Nullable Long liveReleaseId) {}

    void keep(long serviceId, Hosting.Room room) {
        jdbc.sql(
                        """
                        insert into hosted_sites (service_id, owner_id, slug, state) values (?, ?, ?, ?)
                        on duplicate key update slug = values(slug), state = values(state)
                        """)
                .params(serviceId, room.ownerId(), room.slug(), room.state().name())
                .update();
    }

    Optional<HostedSite> find(long serviceId) {
        return jdbc.sql(SELECT).param(serviceId).query(HostedSite.class).optional();
    }

    /** The site, if it is this owner's; else refused as not found. */
    HostedSite owned(long serviceId, long ownerId) {
        return jdbc.sql(SELECT + " and owner_id = ?")
                .params(serviceId, ownerId)
                .query(HostedSite.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    void live(long serviceId, long releaseId) {
        jdbc.sql("update hosted_sites set live_release_id = ? where service_id = ?")
                .params(releaseId, serviceId)
                .update();
    }
}
