package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Sagas;
import org.springframework.stereotype.Component;

/** Opens sites. */
@Component
class OpeningSites {

    private final Sagas sagas;
    private final Saga<Opening> saga;
    private final OwnedSites owned;

    OpeningSites(Sagas sagas, Saga<Opening> saga, OwnedSites owned) {
        this.sagas = sagas;
        this.saga = saga;
        this.owned = owned;
    }

    /**
     * The site as it is afterwards: active, or still provisioning when a needed service was away.
     * What cannot be opened is refused, and nothing of it is left.
     */
    Site open(Opening opening) {
        var run = sagas.carryOut(saga, opening.order(), opening);
        if (run.isTurnedBack()) {
            throw run.reason();
        }
        var state = run.state();
        if (state == null || state.serviceId() == null) {
            throw new Unavailable();
        }
        return owned.find(state.serviceId()).orElseThrow(Unavailable::new);
    }
}
