package io.jium.deploy;

import io.jium.contracts.builder.Sites;
import io.jium.contracts.builder.Sites.Published;
import io.jium.contracts.builder.Sites.RenderedPage;
import io.jium.deploy.Deployments.Deployment;
import io.jium.deploy.Deployments.Failure;
import io.jium.platform.host.PublicAddress;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Carries out a deployment: renders the site, keeps its files and manifest, and only then replaces
 * the site's address. It may be begun again after a crash at any point, or when the builder was
 * away; until the last step the old site is served.
 */
@Component
class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final HostedSites hosted;
    private final Releases releases;
    private final Deployments deployments;
    private final Progress progress;
    private final ReleaseBuilder builder;
    private final LiveSites live;
    private final ShowingSites showing;
    private final PlannedPublications planned;
    private final Sites sites;
    private final PublicAddress address;
    private final Problems texts;
    private final Map<Long, ReentrantLock> oneAtATime = new ConcurrentHashMap<>();

    Publishing(
            HostedSites hosted,
            Releases releases,
            Deployments deployments,
            Progress progress,
            ReleaseBuilder builder,
            LiveSites live,
            ShowingSites showing,
            PlannedPublications planned,
            Sites sites,
            PublicAddress address,
            Problems texts) {
        this.hosted = hosted;
        this.releases = releases;
        this.deployments = deployments;
        this.progress = progress;
        this.builder = builder;
        this.live = live;
        this.showing = showing;
        this.planned = planned;
        this.sites = sites;
        this.address = address;
        this.texts = texts;
    }

    /**
     * Ends with the deployment live or failed, and says why.
     *
     * @throws Refusal with 503 when the builder is away: it is to be begun again later
     */
    void carryOut(long deploymentId) {
        var found = deployments.find(deploymentId);
        if (found.isEmpty()) {
            return;
        }
        var deployment = found.get();
        if (deployment.isOver()) {
            tellTheBuilder(deployment);
            return;
        }
        var lock = lock(deployment.serviceId());
        lock.lock();
        try {
            var releaseId = deployment.releaseId();
            if (deployments.isOvertaken(deployment)) {
                throw new Refusal(HttpStatus.CONFLICT, "publish_overtaken");
            } else if (releaseId == null) {
                publish(deployment);
            } else {
                switchTo(deployment, releaseId);
            }
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                LOG.warn("Deployment {} waits: {}", deploymentId, refused.code());
                deployments.progress(deploymentId, Deployments.QUEUED, 0);
                throw refused;
            }
            fail(deployment, refused.code(), refused);
        } catch (IOException | RuntimeException broken) {
            fail(deployment, "publish_failed", broken);
        } finally {
            lock.unlock();
            progress.changed(deployment.serviceId());
        }
    }

    /**
     * Takes a site down for good. A deployment under way ends first; one in another process finds
     * at its end that the site is gone. May be begun again after a crash at any point.
     */
    void takeDown(long serviceId) throws IOException {
        var lock = lock(serviceId);
        lock.lock();
        try {
            hosted.remove(serviceId);
            var slug = hosted.slugOfRemoved(serviceId);
            if (slug.isPresent()) {
                live.hide(serviceId, slug.get());
            }
            live.forget(serviceId);
            releases.removeAll(serviceId);
            deployments.removeAll(serviceId);
            planned.cancel(serviceId);
            hosted.release(serviceId);
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(long serviceId) {
        return oneAtATime.computeIfAbsent(serviceId, site -> new ReentrantLock(true));
    }

    /** Ends a deployment that has waited too long. */
    void giveUp(long deploymentId) {
        deployments
                .find(deploymentId)
                .ifPresent(deployment -> {
                    fail(deployment, "service_unavailable", new Unavailable());
                    progress.changed(deployment.serviceId());
                });
    }

    private void publish(Deployment deployment) throws IOException {
        var serviceId = deployment.serviceId();
        var baseUrl = address.site(hosted.find(serviceId).orElseThrow(NotFound::new).slug());
        report(deployment, Deployments.BUILDING, 5);
        var rendered = sites.rendered(serviceId, baseUrl);
        if (rendered.pages().isEmpty()) {
            throw new NothingToPublish();
        }
        report(deployment, Deployments.UPLOADING, 30);
        var built =
                builder.build(
                        rendered,
                        baseUrl,
                        percent ->
                                report(deployment, Deployments.UPLOADING, 30 + percent * 6 / 10));
        var versions =
                rendered.pages().stream()
                        .collect(Collectors.toMap(RenderedPage::pageId, RenderedPage::version));
        var releaseId = releases.add(serviceId, deployment.note(), built.size(), versions);
        live.keep(serviceId, releaseId, built);
        switchTo(deployment, releaseId);
    }

    private void switchTo(Deployment deployment, long releaseId) throws IOException {
        var serviceId = deployment.serviceId();
        var versions = releases.pageVersions(serviceId, releaseId);
        if (!live.has(serviceId, releaseId)) {
            throw new NotFound();
        }
        hosted.live(serviceId, releaseId, deployment.id());
        showing.show(serviceId);
        deployments.live(deployment, releaseId, releases.size(serviceId, releaseId));
        sites.published(serviceId, new Published(versions));
    }

    /** Once more, since a crash or its absence may have kept it from hearing. */
    private void tellTheBuilder(Deployment deployment) {
        var serviceId = deployment.serviceId();
        var releaseId = deployment.releaseId();
        var site = hosted.find(serviceId).orElse(null);
        if (releaseId != null && site != null && releaseId.equals(site.liveReleaseId())) {
            sites.published(serviceId, new Published(releases.pageVersions(serviceId, releaseId)));
        }
    }

    private void report(Deployment deployment, String status, int percent) {
        deployments.progress(deployment.id(), status, percent);
        progress.changed(deployment.serviceId());
    }

    private void fail(Deployment deployment, String code, Exception reason) {
        LOG.error(
                "Deployment {} of site {} failed", deployment.id(), deployment.serviceId(), reason);
        deployments.failed(
                deployment.id(), new Failure(code, texts.text(code + ".detail", Locale.KOREAN)));
    }
}
