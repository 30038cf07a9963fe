package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import io.jium.payment.SettingAsideSteps.Moving;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Sagas;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts sites into the archive or the trash, and brings them back. */
@Component
class SettingSitesAside {

    private final Sagas sagas;
    private final Saga<Moving> saga;
    private final OwnedSites owned;

    SettingSitesAside(Sagas sagas, Saga<Moving> saga, OwnedSites owned) {
        this.sagas = sagas;
        this.saga = saga;
        this.owned = owned;
    }

    /**
     * The site with its new status; visitors notice at once, or as soon as the host can be told.
     * Refuses what is not in use, set aside already, or over the plan's limit when it comes back.
     */
    Site move(Site site, String status) {
        var run =
                sagas.carryOut(
                        saga, site.id() + "." + UUID.randomUUID(), new Moving(site.id(), status));
        if (run.isTurnedBack()) {
            throw run.reason();
        }
        return owned.find(site.id()).orElseThrow();
    }
}
