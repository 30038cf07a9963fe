package io.jium.payment;

import io.jium.contracts.auth.Users;
import io.jium.contracts.auth.Users.NewUser;
import io.jium.contracts.builder.Sites;
import io.jium.contracts.builder.Sites.Layout;
import io.jium.contracts.deploy.Hosting;
import io.jium.contracts.deploy.Hosting.Room;
import io.jium.payment.OwnedSites.Site;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Step;
import io.jium.platform.saga.Step.Patience;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How a site is opened, step by step, and how each step is taken back. */
@Component
class OpeningSteps {

    private static final Duration LIMIT = Duration.ofHours(1);

    private final OwnedSites owned;
    private final Users users;
    private final Sites sites;
    private final Hosting hosting;

    OpeningSteps(OwnedSites owned, Users users, Sites sites, Hosting hosting) {
        this.owned = owned;
        this.users = users;
        this.sites = sites;
        this.hosting = hosting;
    }

    /**
     * Before it is booked there is nothing to show: what fails until then is taken back at once.
     */
    Saga<Opening> inOrder() {
        return new Saga<>(
                "create-service",
                Opening.class,
                LIMIT,
                List.of(
                        Step.call("user", this::makeUser)
                                .undo(this::cancelUser)
                                .there(Patience.NONE),
                        Step.local("service", this::book).undo(this::unbook).there(Patience.NONE),
                        Step.call("pages", this::layOut).undo(this::removePages),
                        Step.call("hosting", this::makeRoom).undo(this::removeRoom),
                        Step.local("subscription", this::subscribe).undo(this::unsubscribe),
                        Step.local("open", this::open)));
    }

    private Opening makeUser(Opening opening) {
        var owner = opening.owner();
        if (owner == null) {
            return opening;
        }
        var user =
                users.create(
                        new NewUser(
                                opening.order(), owner.name(), owner.email(), opening.locale()));
        return opening.ownedBy(user.id());
    }

    private Opening cancelUser(Opening opening) {
        if (opening.owner() != null && !users.cancel(opening.order()).isOver()) {
            throw new Unavailable("auth", new IllegalStateException("The user is still leaving"));
        }
        return opening;
    }

    private Opening book(Opening opening) {
        var site =
                owned.book(
                        opening.user(),
                        opening.name(),
                        opening.slug(),
                        opening.plan(),
                        opening.templateId(),
                        opening.locale());
        return opening.bookedAs(site.id());
    }

    private Opening unbook(Opening opening) {
        if (opening.serviceId() != null) {
            owned.cancel(opening.serviceId());
        }
        return opening;
    }

    private Opening layOut(Opening opening) {
        try {
            sites.layOut(
                    opening.service(),
                    new Layout(
                            opening.user(),
                            opening.name(),
                            opening.templateId(),
                            opening.locale(),
                            opening.copyOf()));
        } catch (Refusal refused) {
            throw refused.status() == HttpStatus.NOT_FOUND
                    ? InvalidFields.of(
                            opening.copyOf() == null ? "template_id" : "copy_of", "unknown")
                    : refused;
        }
        return opening;
    }

    private Opening removePages(Opening opening) {
        sites.remove(opening.service());
        return opening;
    }

    private Opening makeRoom(Opening opening) {
        hosting.host(
                opening.service(), new Room(opening.user(), opening.slug(), Hosting.State.ACTIVE));
        return opening;
    }

    private Opening removeRoom(Opening opening) {
        hosting.remove(opening.service());
        return opening;
    }

    private Opening subscribe(Opening opening) {
        owned.subscribe(site(opening));
        return opening;
    }

    private Opening unsubscribe(Opening opening) {
        owned.unsubscribe(site(opening));
        return opening;
    }

    private Opening open(Opening opening) {
        owned.activate(site(opening));
        return opening;
    }

    private Site site(Opening opening) {
        return owned.find(opening.service()).orElseThrow();
    }
}
