package io.jium.payment;

import io.jium.contracts.payment.Services;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask of this one. */
@RestController
class ServicesEndpoint implements Services {

    private final OwnedSites owned;

    private final DeletingSites deleting;

    ServicesEndpoint(OwnedSites owned, DeletingSites deleting) {
        this.owned = owned;
        this.deleting = deleting;
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

    @Override
    public Deletion delete(long id) {
        return new Deletion(deleting.delete(owned.find(id).orElseThrow(NotFound::new)));
    }

    @Override
    public Deletion deleteAllOf(long userId) {
        return new Deletion(deleting.deleteAllOf(userId));
    }
}
