package io.jium.auth.user;

import io.jium.contracts.auth.Users;
import io.jium.platform.problem.NotFound;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask about users. */
@RestController
class UsersEndpoint implements Users {

    private final Accounts accounts;

    UsersEndpoint(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public User user(long id) {
        var account = accounts.find(id).orElseThrow(NotFound::new);
        return new User(
                account.id(),
                account.name(),
                account.email(),
                account.role().text(),
                account.status().text(),
                account.locale());
    }
}
