package io.jium.content;

import io.jium.contracts.payment.Services;
import io.jium.platform.problem.Refusal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Learns of a site at once while the event that tells of it is still on its way. Only customers
 * cause a question: visitors have nothing to see on a site nobody knows.
 */
@Component
class FindingSites {

    /** One that is not complete may yet be taken back, and that is told to nobody. */
    private static final Set<String> COMPLETE = Set.of("active", "suspended");

    private final KnownSites sites;
    private final Services services;

    FindingSites(KnownSites sites, Services services) {
        this.sites = sites;
        this.services = services;
    }

    /** Afterwards the site is known, if there is one. */
    void find(long serviceId) {
        if (sites.isKnown(serviceId)) {
            return;
        }
        try {
            var service = services.service(serviceId);
            if (COMPLETE.contains(service.status())) {
                sites.enter(serviceId, service.userId());
            }
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.NOT_FOUND) {
                throw refused;
            }
        }
    }
}
