package io.jium.deploy;

import io.jium.contracts.deploy.Hosting;
import io.jium.deploy.DeploymentJobs.DeploymentQueue;
import io.jium.deploy.Deployments.Deployment;
import io.jium.deploy.HostedSites.HostedSite;
import io.jium.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for deployments: the row and its job are committed together. */
@Component
class OrderingDeployments {

    private final HostedSites hosted;
    private final Releases releases;
    private final Deployments deployments;
    private final DeploymentQueue queue;

    OrderingDeployments(
            HostedSites hosted, Releases releases, Deployments deployments, DeploymentQueue queue) {
        this.hosted = hosted;
        this.releases = releases;
        this.deployments = deployments;
        this.queue = queue;
    }

    /** A new release of an owner's site. A deployment that has not begun yet will do as well. */
    @Transactional
    public Deployment publish(long serviceId, long ownerId, @Nullable String note) {
        refuseClosed(hosted.owned(serviceId, ownerId));
        var last = deployments.last(serviceId);
        if (last.isPresent()
                && last.get().status().equals(Deployments.QUEUED)
                && last.get().releaseId() == null) {
            deployments.open(last.get().id());
            return last.get();
        }
        return ordered(deployments.queue(serviceId, note, null));
    }

    /** Back to a release of an owner's site. */
    @Transactional
    public Deployment rollBack(long serviceId, long ownerId, long releaseId) {
        refuseClosed(hosted.owned(serviceId, ownerId));
        releases.size(serviceId, releaseId);
        return ordered(deployments.queue(serviceId, null, releaseId));
    }

    static void refuseClosed(HostedSite site) {
        if (site.state() == Hosting.State.CLOSED) {
            throw new Refusal(HttpStatus.CONFLICT, "site_closed");
        }
    }

    private Deployment ordered(Deployment deployment) {
        queue.add(deployment.id());
        return deployment;
    }
}
