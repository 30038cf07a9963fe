package io.jium.deploy;

import io.jium.deploy.Deployments.Deployment;
import io.jium.deploy.HostedSites.HostedSite;
import io.jium.deploy.PlannedPublications.Planned;
import io.jium.deploy.Releases.Release;
import io.jium.platform.host.PublicAddress;
import io.jium.platform.security.Caller;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Publishing, for a site's owner. */
@RestController
@RequestMapping("/deploy")
class DeployController {

    private final HostedSites hosted;
    private final Releases releases;
    private final Deployments deployments;
    private final OrderingDeployments ordering;
    private final PlanningPublications planning;
    private final PlannedPublications planned;
    private final ShowingSites showing;
    private final Progress progress;
    private final PublicAddress address;
    private final JsonMapper json;

    DeployController(
            HostedSites hosted,
            Releases releases,
            Deployments deployments,
            OrderingDeployments ordering,
            PlanningPublications planning,
            PlannedPublications planned,
            ShowingSites showing,
            Progress progress,
            PublicAddress address,
            JsonMapper json) {
        this.hosted = hosted;
        this.releases = releases;
        this.deployments = deployments;
        this.ordering = ordering;
        this.planning = planning;
        this.planned = planned;
        this.showing = showing;
        this.progress = progress;
        this.address = address;
        this.json = json;
    }

    @PostMapping("/site/{serviceId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Deployment publish(
            @PathVariable long serviceId,
            @Valid @RequestBody(required = false) @Nullable Publish order,
            Caller caller) {
        return ordering.publish(serviceId, caller.userId(), order == null ? null : order.note);
    }

    @GetMapping("/site/{serviceId}/releases")
    Listing<Release> releases(@PathVariable long serviceId, Caller caller, Paging paging) {
        hosted.owned(serviceId, caller.userId());
        return Listing.of(releases.of(serviceId, caller.userId(), paging), paging, Release::id);
    }

    @PostMapping("/site/{serviceId}/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Deployment rollBack(
            @PathVariable long serviceId, @Valid @RequestBody RollBack order, Caller caller) {
        return ordering.rollBack(serviceId, caller.userId(), order.releaseId);
    }

    /** What visitors see from now on, at once; the releases stay. */
    @PutMapping("/site/{serviceId}/visibility")
    Status show(@PathVariable long serviceId, @Valid @RequestBody Show wanted, Caller caller)
            throws IOException {
        hosted.owned(serviceId, caller.userId());
        hosted.show(serviceId, Visibility.of(wanted.visibility));
        showing.show(serviceId);
        progress.changed(serviceId);
        return status(hosted.owned(serviceId, caller.userId()));
    }

    @PutMapping("/site/{serviceId}/schedule")
    Plan plan(@PathVariable long serviceId, @Valid @RequestBody WantedPlan wanted, Caller caller) {
        return Plan.of(planning.plan(serviceId, caller.userId(), wanted.publishAt, wanted.note));
    }

    @DeleteMapping("/site/{serviceId}/schedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelPlan(@PathVariable long serviceId, Caller caller) {
        planning.cancel(serviceId, caller.userId());
    }

    @GetMapping("/status/{serviceId}")
    Status status(@PathVariable long serviceId, Caller caller) {
        return status(hosted.owned(serviceId, caller.userId()));
    }

    /** The status whenever it changes, until the last deployment is over. */
    @GetMapping(path = "/status/{serviceId}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void watch(@PathVariable long serviceId, Caller caller, HttpServletResponse response)
            throws IOException, InterruptedException {
        hosted.owned(serviceId, caller.userId());
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        var status = status(hosted.owned(serviceId, caller.userId()));
        tell(status, response);
        while (status.isUnderWay()) {
            var seen = progress.seen(serviceId);
            var told = status;
            status = status(hosted.owned(serviceId, caller.userId()));
            if (status.equals(told)) {
                progress.await(serviceId, seen);
            } else {
                tell(status, response);
            }
        }
    }

    private void tell(Status status, HttpServletResponse response) throws IOException {
        var event = "event: status\ndata: " + json.writeValueAsString(status) + "\n\n";
        response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private Status status(HostedSite site) {
        var release = site.liveReleaseId();
        return new Status(
                release == null
                        ? null
                        : deployments.ofRelease(site.serviceId(), release).orElse(null),
                deployments.last(site.serviceId()).orElse(null),
                address.site(site.slug()),
                site.visibility().word(),
                planned.of(site.serviceId()).map(Plan::of).orElse(null));
    }

    record Publish(@Nullable @Size(max = 500) String note) {}

    record RollBack(@NotNull Long releaseId) {}

    /**
     * @param visibility public, maintenance or offline
     */
    record Show(@NotNull String visibility) {}

    record WantedPlan(@NotNull Instant publishAt, @Nullable @Size(max = 500) String note) {}

    /** What is to be published later. */
    record Plan(Instant publishAt, @Nullable String note) {

        private static Plan of(Planned planned) {
            return new Plan(planned.publishAt(), planned.note());
        }
    }

    /**
     * @param current the deployment that visitors see, as far as they see the site
     * @param visibility public, maintenance or offline: what visitors see once there is a release
     */
    record Status(
            @Nullable Deployment current,
            @Nullable Deployment last,
            String url,
            String visibility,
            @Nullable Plan planned) {

        private boolean isUnderWay() {
            return last != null && !last.isOver();
        }
    }
}
