package io.jium.auth.entry;

import io.jium.auth.leaving.Leaving;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.contracts.auth.Users;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask about users, and ask to be done for them. */
@RestController
class UsersEndpoint implements Users {

    private final Accounts accounts;
    private final RegisteringOthers registering;
    private final OrderedAccounts orders;
    private final Leaving leaving;

    UsersEndpoint(
            Accounts accounts,
            RegisteringOthers registering,
            OrderedAccounts orders,
            Leaving leaving) {
        this.accounts = accounts;
        this.registering = registering;
        this.orders = orders;
        this.leaving = leaving;
    }

    @Override
    public User user(long id) {
        return view(accounts.find(id).orElseThrow(NotFound::new));
    }

    @Override
    public User create(NewUser user) {
        return view(registering.register(user));
    }

    @Override
    public Deletion cancel(String order) {
        orders.cancel(order);
        var made = orders.find(order).map(OrderedAccounts.Order::userId);
        return new Deletion(made.isEmpty() || leaving.leave(made.get()));
    }

    @Override
    public Deletion delete(long id) {
        return new Deletion(leaving.leave(accounts.find(id).orElseThrow(NotFound::new).id()));
    }

    private static User view(Account account) {
        return new User(
                account.id(),
                account.name(),
                account.email(),
                account.role().text(),
                account.status().text(),
                account.locale());
    }
}
