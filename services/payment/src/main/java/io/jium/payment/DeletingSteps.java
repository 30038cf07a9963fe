package io.jium.payment;

import io.jium.contracts.builder.Sites;
import io.jium.contracts.deploy.Hosting;
import io.jium.payment.OwnedSites.Site;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Step;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How a site is deleted: once it is closed there is no way back. */
@Component
class DeletingSteps {

    private static final Duration LIMIT = Duration.ofHours(24);

    private final OwnedSites owned;
    private final Customers customers;
    private final Sites sites;
    private final Hosting hosting;

    DeletingSteps(OwnedSites owned, Customers customers, Sites sites, Hosting hosting) {
        this.owned = owned;
        this.customers = customers;
        this.sites = sites;
        this.hosting = hosting;
    }

    record Closing(long serviceId, long ownerId) {

        static Closing of(Site site) {
            return new Closing(site.id(), site.userId());
        }
    }

    Saga<Closing> inOrder() {
        return new Saga<>(
                "delete-service",
                Closing.class,
                LIMIT,
                List.of(
                        Step.local("service", this::close),
                        Step.call("hosting", this::takeDown).forwardOnly(),
                        Step.call("pages", this::removePages).forwardOnly(),
                        Step.local("books", this::bury).forwardOnly()));
    }

    /** One that is just being opened is waited for when its owner has left. */
    private Closing close(Closing site) {
        if (!owned.close(site.serviceId())) {
            throw customers.hasLeft(site.ownerId())
                    ? new Unavailable()
                    : new Refusal(HttpStatus.CONFLICT, "service_provisioning");
        }
        return site;
    }

    private Closing takeDown(Closing site) {
        hosting.remove(site.serviceId());
        return site;
    }

    private Closing removePages(Closing site) {
        sites.remove(site.serviceId());
        return site;
    }

    private Closing bury(Closing site) {
        owned.find(site.serviceId()).ifPresent(owned::bury);
        return site;
    }
}
