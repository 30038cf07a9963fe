package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which sites have room on the host, whose they are, and which release is live. */
@Repository
class HostedSites {

    private static final String SELECT =
            """
            select service_id, owner_id, slug, state, visibility, live_release_id from hosted_sites
            where state <> 'REMOVED' and service_id = ?
            """;

    /** No address begins like this. */
    private static final String NO_SLUG = "~";

    private final JdbcClient jdbc;

    HostedSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record HostedSite(
            long serviceId,
            long ownerId,
            String slug,
            Hosting.State state,
            Visibility visibility,
            @Nullable Long liveReleaseId) {}

    /** Refuses a site that was removed. */
    void keep(long serviceId, Hosting.Room room) {
        try {
            jdbc.sql(
                            "insert into hosted_sites (service_id, owner_id, slug, state) values (?, ?, ?, ?)")
                    .params(serviceId, room.ownerId(), room.slug(), room.state().name())
                    .update();
        } catch (DuplicateKeyException known) {
            if (isRemoved(serviceId)) {
                throw new Refusal(HttpStatus.GONE, "site_removed");
            }
            jdbc.sql("update hosted_sites set slug = ?, state = ? where service_id = ?")
                    .params(room.slug(), room.state().name(), serviceId)
                    .update();
        }
    }

    private boolean isRemoved(long serviceId) {
        return jdbc.sql(
                                "select count(*) from hosted_sites where service_id = ? and state = 'REMOVED'")
                        .param(serviceId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The number stays as a mark, so that no request which was under way brings the site back. The
     * address is the site's until {@link #release}.
     */
    void remove(long serviceId) {
        jdbc.sql(
                        """
                        insert into hosted_sites (service_id, owner_id, slug, state) values (?, 0, ?, 'REMOVED')
                        on duplicate key update owner_id = 0, state = 'REMOVED', live_release_id = null
                        """)
                .params(serviceId, NO_SLUG + serviceId)
                .update();
    }

    /** The address that a removed site still has. */
    Optional<String> slugOfRemoved(long serviceId) {
        return jdbc.sql("select slug from hosted_sites where service_id = ? and state = 'REMOVED'")
                .param(serviceId)
                .query(String.class)
                .optional()
                .filter(slug -> !slug.startsWith(NO_SLUG));
    }

    /** Somebody else may have the address of a removed site. */
    void release(long serviceId) {
        jdbc.sql("update hosted_sites set slug = ? where service_id = ? and state = 'REMOVED'")
                .params(NO_SLUG + serviceId, serviceId)
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

    /**
     * The release is the live one. A site that was taken off the net is public again, unless that
     * happened after the deployment was ordered.
     */
    @Transactional
    public void live(long serviceId, long releaseId, long deploymentId) {
        hold(serviceId);
        jdbc.sql(
                        "update hosted_sites set live_release_id = ? where service_id = ? and state <> 'REMOVED'")
                .params(releaseId, serviceId)
                .update();
        jdbc.sql(
                        """
                        update hosted_sites set visibility = 'PUBLIC'
                        where service_id = ? and visibility = 'OFFLINE'
                        and exists (select 1 from deployments where id = ? and opens = true)
                        """)
                .params(serviceId, deploymentId)
                .update();
    }

    /** What visitors are to see from now on, whatever is under way. */
    @Transactional
    public void show(long serviceId, Visibility visibility) {
        hold(serviceId);
        jdbc.sql("update hosted_sites set visibility = ? where service_id = ?")
                .params(visibility.name(), serviceId)
                .update();
        jdbc.sql(
                        "update deployments set opens = false where service_id = ? and finished_at is null")
                .param(serviceId)
                .update();
    }

    /** The same until the transaction ends. */
    HostedSite held(long serviceId, long ownerId) {
        hold(serviceId);
        return owned(serviceId, ownerId);
    }

    private void hold(long serviceId) {
        var _ =
                jdbc.sql("select service_id from hosted_sites where service_id = ? for update")
                        .param(serviceId)
                        .query(Long.class)
                        .optional();
    }
}
