package io.jium.auth.entry;

import io.jium.auth.mail.Outgoing;
import io.jium.auth.mail.Purpose;
import io.jium.auth.password.Passwords;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.auth.user.Accounts.NewAccount;
import io.jium.auth.user.Role;
import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.Users.NewUser;
import io.jium.platform.events.Events;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Secrets;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody becomes a customer at another's order: he is sent a link to choose a password. */
@Component
class RegisteringOthers {

    private final OrderedAccounts orders;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Outgoing outgoing;
    private final Events events;
    private final TransactionTemplate transactions;

    RegisteringOthers(
            OrderedAccounts orders,
            Accounts accounts,
            Passwords passwords,
            Secrets secrets,
            Outgoing outgoing,
            Events events,
            TransactionTemplate transactions) {
        this.orders = orders;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.outgoing = outgoing;
        this.events = events;
        this.transactions = transactions;
    }

    /** The same order again is the same account; a cancelled one is refused. */
    Account register(NewUser user) {
        var fields = new Fields();
        var name = fields.name(user.name());
        var email = fields.email(user.email());
        var locale = fields.locale(user.locale());
        fields.check();
        var known = orders.find(user.order());
        if (known.isPresent()) {
            return ordered(known.get());
        }
        var hash = passwords.hash(secrets.token());
        try {
            var account =
                    add(user.order(), new NewAccount(name, email, hash, Role.USER, locale, false));
            outgoing.wake();
            return account;
        } catch (DuplicateKeyException taken) {
            return ordered(
                    orders.find(user.order())
                            .orElseThrow(() -> InvalidFields.of("email", "taken")));
        }
    }

    private Account add(String order, NewAccount account) {
        return transactions.execute(status -> {
            orders.add(order);
            var id = accounts.add(account);
            orders.carriedOut(order, id);
            outgoing.add(Purpose.RESET_PASSWORD, account.email());
            events.tell(new UserCreated(id, account.name(), account.email(), account.locale()));
            return accounts.find(id).orElseThrow();
        });
    }

    private Account ordered(OrderedAccounts.Order order) {
        if (order.cancelled() || order.userId() == null) {
            throw new Refusal(HttpStatus.GONE, "order_cancelled");
        }
        return accounts.find(order.userId()).orElseThrow(NotFound::new);
    }
}
