package io.jium.auth.leaving;

import io.jium.auth.mail.Outgoing;
import io.jium.auth.session.UserSessions;
import io.jium.auth.user.Accounts;
import io.jium.auth.user.Role;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.payment.Services;
import io.jium.platform.events.Events;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Step;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How an account ends: once it is closed there is no way back. */
@Component
class LeavingSteps {

    private static final Duration LIMIT = Duration.ofHours(24);

    private final Accounts accounts;
    private final UserSessions sessions;
    private final Outgoing outgoing;
    private final Services services;
    private final Events events;

    LeavingSteps(
            Accounts accounts,
            UserSessions sessions,
            Outgoing outgoing,
            Services services,
            Events events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.outgoing = outgoing;
        this.services = services;
        this.events = events;
    }

    record Departure(long userId) {}

    Saga<Departure> inOrder() {
        return new Saga<>(
                "delete-account",
                Departure.class,
                LIMIT,
                List.of(
                        Step.local("account", this::close),
                        Step.call("services", this::deleteServices).forwardOnly(),
                        Step.local("person", this::forget).forwardOnly()));
    }

    /** Nobody gets in any more, whatever he knows. */
    private Departure close(Departure user) {
        var account = accounts.find(user.userId()).orElseThrow(NotFound::new);
        if (account.role() == Role.ADMIN && accounts.isLastAdministrator(account.id())) {
            throw new Refusal(HttpStatus.CONFLICT, "last_administrator");
        }
        accounts.close(user.userId());
        sessions.endAll(user.userId(), null);
        return user;
    }

    private Departure deleteServices(Departure user) {
        // The account's end is committed: what is remembered of its sessions does not count.
        sessions.changed();
        if (!services.deleteAllOf(user.userId()).isOver()) {
            throw new Unavailable(
                    "payment", new IllegalStateException("Services are still being deleted"));
        }
        return user;
    }

    private Departure forget(Departure user) {
        accounts.find(user.userId())
                .ifPresent(account -> {
                    outgoing.forget(account.email());
                    accounts.remove(account.id());
                    events.forget(new UserDeleted(account.id()).about());
                    events.tell(new UserDeleted(account.id()));
                });
        return user;
    }
}
