package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.deploy.DeploymentJobs.PlanQueue;
import io.jium.deploy.PlannedPublications.Planned;
import io.jium.platform.problem.InvalidFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishing at a time that was chosen before. */
@Component
class PlanningPublications {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningPublications.class);
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final HostedSites hosted;
    private final PlannedPublications planned;
    private final OrderingDeployments ordering;
    private final PlanQueue queue;
    private final Clock clock;

    PlanningPublications(
            HostedSites hosted,
            PlannedPublications planned,
            OrderingDeployments ordering,
            PlanQueue queue,
            Clock clock) {
        this.hosted = hosted;
        this.planned = planned;
        this.ordering = ordering;
        this.queue = queue;
        this.clock = clock;
    }

    /** Plans a publication of an owner's site, in the place of one that was planned before. */
    @Transactional
    public Planned plan(long serviceId, long ownerId, Instant publishAt, @Nullable String note) {
        var site = hosted.held(serviceId, ownerId);
        OrderingDeployments.refuseClosed(site);
        var now = clock.instant();
        if (!publishAt.isAfter(now)) {
            throw InvalidFields.of("publish_at", "in_the_past");
        }
        if (publishAt.isAfter(now.plus(FURTHEST))) {
            throw InvalidFields.of("publish_at", "too_far");
        }
        planned.cancel(serviceId);
        queue.add(planned.add(serviceId, publishAt, note), publishAt);
        return planned.of(serviceId).orElseThrow();
    }

    /** An owner's site is not published later after all; nor is one that has no plan. */
    @Transactional
    public void cancel(long serviceId, long ownerId) {
        hosted.owned(serviceId, ownerId);
        planned.cancel(serviceId);
    }

    /** The time has come: orders what was planned, unless it was cancelled. Takes effect once. */
    @Transactional
    public void carryOut(long plannedId) {
        planned.take(plannedId).ifPresent(this::order);
    }

    private void order(Planned plan) {
        var site = hosted.find(plan.serviceId());
        if (site.isEmpty() || site.get().state() == Hosting.State.CLOSED) {
            LOG.info("Site {} is not published as planned: it was set aside", plan.serviceId());
            return;
        }
        ordering.publish(plan.serviceId(), site.get().ownerId(), plan.note());
    }
}
