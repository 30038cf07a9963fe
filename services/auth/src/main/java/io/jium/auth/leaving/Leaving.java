package io.jium.auth.leaving;

import io.jium.auth.leaving.LeavingSteps.Departure;
import io.jium.platform.saga.Run.Status;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Sagas;
import org.springframework.stereotype.Component;

/** Ends accounts. */
@Component
public class Leaving {

    private final Sagas sagas;
    private final Saga<Departure> saga;

    Leaving(Sagas sagas, Saga<Departure> saga) {
        this.sagas = sagas;
        this.saga = saga;
    }

    /**
     * Afterwards the account is of no use; answers whether nothing of it is left, else the rest
     * follows in the background. Refuses to leave the installation without an administrator.
     */
    public boolean leave(long userId) {
        var run = sagas.carryOut(saga, Long.toString(userId), new Departure(userId));
        if (run.isTurnedBack()) {
            throw run.reason();
        }
        return run.status() == Status.DONE;
    }
}
