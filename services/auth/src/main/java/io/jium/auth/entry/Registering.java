package io.jium.auth.entry;

import io.jium.auth.mail.Outgoing;
import io.jium.auth.mail.Purpose;
import io.jium.auth.password.Client;
import io.jium.auth.password.KnownNetworks;
import io.jium.auth.password.PasswordPolicy;
import io.jium.auth.password.Passwords;
import io.jium.auth.session.Tokens;
import io.jium.auth.session.UserSessions;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.auth.user.Accounts.NewAccount;
import io.jium.auth.user.Role;
import io.jium.contracts.auth.UserCreated;
import io.jium.platform.events.Events;
import io.jium.platform.problem.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody becomes a customer: the account, a message to confirm the address, a first session. */
@Component
class Registering {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final KnownNetworks networks;
    private final Outgoing outgoing;
    private final UserSessions sessions;
    private final Events events;
    private final TransactionTemplate transactions;

    Registering(
            Accounts accounts,
            PasswordPolicy policy,
            Passwords passwords,
            KnownNetworks networks,
            Outgoing outgoing,
            UserSessions sessions,
            Events events,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.networks = networks;
        this.outgoing = outgoing;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
    }

    record Form(@Nullable String name, @Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "registration";
        }
    }

    Tokens register(Form form, String locale, Client client) {
        var fields = new Fields();
        var name = fields.name(form.name);
        var email = fields.email(form.email);
        fields.add(policy.mistake("password", form.password, email));
        fields.check();
        var password = fields.required("password", form.password);
        if (accounts.byEmail(email).isPresent()) {
            throw taken();
        }
        var account = add(name, email, passwords.hash(password), locale, client);
        outgoing.wake();
        return sessions.open(account, client).orElseThrow();
    }

    private Account add(String name, String email, String hash, String locale, Client client) {
        try {
            return transactions.execute(status -> {
                var id = accounts.add(new NewAccount(name, email, hash, Role.USER, locale, false));
                networks.remember(id, client.network());
                outgoing.add(Purpose.VERIFY_EMAIL, email);
                events.tell(new UserCreated(id, name, email, locale));
                return accounts.find(id).orElseThrow();
            });
        } catch (DuplicateKeyException anotherWasFaster) {
            throw taken();
        }
    }

    private static InvalidFields taken() {
        return InvalidFields.of("email", "taken");
    }
}
