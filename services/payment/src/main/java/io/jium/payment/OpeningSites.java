package io.jium.payment;

import io.jium.contracts.builder.Sites;
import io.jium.contracts.builder.Sites.Layout;
import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.deploy.Hosting.Room;
import io.jium.payment.OwnedSites.Site;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens a site: books it, lays out its pages, makes room on the host, and only then calls it
 * active. Each step can be repeated, so what a crash or an absent service left half-open is
 * completed by a sweep.
 */
@Component
class OpeningSites {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningSites.class);

    private final OwnedSites owned;
    private final Sites sites;
    private final Hosting hosting;

    OpeningSites(OwnedSites owned, Sites sites, Hosting hosting) {
        this.owned = owned;
        this.sites = sites;
        this.hosting = hosting;
    }

    /**
     * The site as it is afterwards: active, or still provisioning when a needed service was away.
     */
    Site open(
            long userId,
            String name,
            String slug,
            Plan plan,
            @Nullable Long templateId,
            String locale) {
        var booked = owned.book(userId, name, slug, plan, templateId, locale);
        try {
            complete(booked);
        } catch (Refusal refused) {
            if (refused.status().is4xxClientError()) {
                owned.cancel(booked.id());
                throw refused.status() == HttpStatus.NOT_FOUND
                        ? InvalidFields.of("template_id", "unknown")
                        : refused;
            }
            LOG.warn("Site {} is booked but not complete yet: {}", booked.id(), refused.code());
        }
        return owned.find(booked.id()).orElseThrow();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 15_000)
    void completeUnfinished() {
        for (var site : owned.unfinished()) {
            try {
                complete(site);
                LOG.info("Site {} is complete now", site.id());
            } catch (Refusal away) {
                LOG.warn("Site {} is still not complete: {}", site.id(), away.code());
            }
        }
    }

    private void complete(Site site) {
        sites.layOut(
                site.id(),
                new Layout(site.userId(), site.name(), site.templateId(), site.locale()));
        hosting.host(site.id(), new Room(site.userId(), site.slug(), Hosting.State.ACTIVE));
        owned.activate(site);
    }
}
