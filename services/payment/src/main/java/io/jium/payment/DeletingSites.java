package io.jium.payment;

import io.jium.payment.DeletingSteps.Closing;
import io.jium.payment.OwnedSites.Site;
import io.jium.platform.problem.Refusal;
import io.jium.platform.saga.Run.Status;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Sagas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes sites. */
@Component
class DeletingSites {

    private static final Logger LOG = LoggerFactory.getLogger(DeletingSites.class);

    private final Sagas sagas;
    private final Saga<Closing> saga;
    private final OwnedSites owned;

    DeletingSites(Sagas sagas, Saga<Closing> saga, OwnedSites owned) {
        this.sagas = sagas;
        this.saga = saga;
        this.owned = owned;
    }

    /**
     * Afterwards the owner does not have the site any more; answers whether nothing of it is left,
     * else the rest follows in the background. Refuses one that is just being opened.
     */
    boolean delete(Site site) {
        var run = sagas.carryOut(saga, key(site), Closing.of(site));
        if (run.isTurnedBack()) {
            throw run.reason();
        }
        return run.status() == Status.DONE;
    }

    /** All sites of a user; answers whether nothing is left. */
    boolean deleteAllOf(long userId) {
        for (var site : owned.leftOf(userId)) {
            try {
                delete(site);
            } catch (Refusal notNow) {
                LOG.info("Site {} is not deleted yet: {}", site.id(), notNow.code());
            }
        }
        return owned.leftOf(userId).isEmpty();
    }

    /** The same in the background, begun with the open transaction. */
    void beginAllOf(long userId) {
        owned.leftOf(userId).forEach(site -> sagas.begin(saga, key(site), Closing.of(site)));
    }

    /** One site in the background, begun with the open transaction. */
    void begin(Site site) {
        sagas.begin(saga, key(site), Closing.of(site));
    }

    private static String key(Site site) {
        return Long.toString(site.id());
    }
}
