package io.jium.payment;

import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.deploy.Hosting.Room;
import io.jium.platform.problem.Refusal;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Step;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How a site is set aside and brought back: what its row says is told to the host. */
@Component
class SettingAsideSteps {

    private static final Duration LIMIT = Duration.ofHours(24);

    private final OwnedSites owned;
    private final Hosting hosting;

    SettingAsideSteps(OwnedSites owned, Hosting hosting) {
        this.owned = owned;
        this.hosting = hosting;
    }

    /**
     * @param status the site is to have
     */
    record Moving(long serviceId, String status) {}

    Saga<Moving> inOrder() {
        return new Saga<>(
                "move-service",
                Moving.class,
                LIMIT,
                List.of(
                        Step.local("service", this::mark),
                        Step.call("hosting", this::tellTheHost).forwardOnly()));
    }

    private Moving mark(Moving moving) {
        owned.move(moving.serviceId, moving.status);
        return moving;
    }

    /** Of two who are at it at once, the last one to write has seen what both of them marked. */
    private Moving tellTheHost(Moving moving) {
        var told = "";
        for (var now = status(moving); !now.equals(told); now = status(moving)) {
            tell(moving.serviceId);
            told = now;
        }
        return moving;
    }

    private String status(Moving moving) {
        return owned.find(moving.serviceId).map(OwnedSites.Site::status).orElse("");
    }

    private void tell(long serviceId) {
        var site = owned.find(serviceId).orElse(null);
        if (site == null || site.status().equals(OwnedSites.DELETED)) {
            return;
        }
        var state = SetAside.includes(site.status()) ? Hosting.State.CLOSED : Hosting.State.ACTIVE;
        try {
            hosting.host(serviceId, new Room(site.userId(), site.slug(), state));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.GONE) {
                throw refused;
            }
            // Deleted meanwhile: the host has nothing left to be told of.
        }
    }
}
