package io.jium.payment;

import io.jium.contracts.payment.Services;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask of this one. */
@RestController
class ServicesEndpoint implements Services {

    private final OwnedSites owned;

    ServicesEndpoint(OwnedSites owned) {
        this.owned = owned;
    }

    @Override
    public Service service(long id) {
        var site = owned.find(id).orElseThrow(NotFound::new);
        return new Service(
                site.id(),
                site.userId(),
                site.name(),
                site.slug(),
                site.domain(),
                site.status(),
                site.planType());
    }
}
