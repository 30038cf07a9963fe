package io.jium.auth.entry;

import io.jium.auth.mail.OneTimeTokens;
import io.jium.auth.mail.Purpose;
import io.jium.auth.password.Client;
import io.jium.auth.password.PasswordPolicy;
import io.jium.auth.password.Passwords;
import io.jium.auth.session.UserSessions;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.contracts.auth.UserUpdated;
import io.jium.platform.events.Events;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping("/auth/profile")
class ProfileController {

    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final OneTimeTokens links;
    private final UserSessions sessions;
    private final Events events;
    private final TransactionTemplate transactions;

    ProfileController(
            Accounts accounts,
            Credentials credentials,
            PasswordPolicy policy,
            Passwords passwords,
            OneTimeTokens links,
            UserSessions sessions,
            Events events,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.policy = policy;
        this.passwords = passwords;
        this.links = links;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
    }

    @GetMapping
    Account.View show(Caller caller) {
        return account(caller).view();
    }

    record Change(
            @Nullable String name,
            @Nullable String locale,
            @Nullable String currentPassword,
            @Nullable String password) {

        @Override
        public String toString() {
            return "profile change";
        }
    }

    /** What is absent stays as it is. */
    @PutMapping
    Account.View change(@RequestBody Change change, Caller caller, HttpServletRequest request) {
        var account = account(caller);
        var fields = new Fields();
        var name = change.name == null ? account.name() : fields.name(change.name);
        var locale = change.locale == null ? account.locale() : fields.locale(change.locale);
        if (change.password != null) {
            fields.add(policy.mistake("password", change.password, account.email()));
            fields.required("current_password", change.currentPassword);
        }
        fields.check();
        var hash =
                change.password == null || change.currentPassword == null
                        ? null
                        : newHash(
                                account,
                                change.currentPassword,
                                change.password,
                                Client.of(request));
        transactions.executeWithoutResult(status -> {
            accounts.rename(account.id(), name, locale);
            events.tell(new UserUpdated(account.id(), name, account.email(), locale));
            if (hash != null) {
                accounts.changePassword(account.id(), hash);
                links.revoke(account.id(), Purpose.RESET_PASSWORD);
                sessions.endAll(account.id(), caller.sessionId());
            }
        });
        if (hash != null) {
            sessions.changed();
        }
        return account(caller).view();
    }

    /** A guess at the current password counts like one at the login. */
    private String newHash(Account account, String current, String wanted, Client client) {
        if (credentials.account(account.email(), current, client).isEmpty()) {
            throw InvalidFields.of("current_password", "wrong");
        }
        return passwords.hash(wanted);
    }

    private Account account(Caller caller) {
        return accounts.find(caller.userId()).orElseThrow(NotFound::new);
    }
}
