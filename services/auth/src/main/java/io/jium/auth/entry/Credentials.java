package io.jium.auth.entry;

import io.jium.auth.password.Client;
import io.jium.auth.password.KnownNetworks;
import io.jium.auth.password.LoginThrottle;
import io.jium.auth.password.Passwords;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks a password against an account. Whether there is such an account shows neither in the
 * answer nor in its time.
 */
@Component
class Credentials {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final KnownNetworks networks;

    Credentials(
            Accounts accounts,
            Passwords passwords,
            LoginThrottle throttle,
            KnownNetworks networks) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.networks = networks;
    }

    /**
     * The account, when the password is right. Refuses with 429 who has failed too often.
     *
     * @param email in lower case
     */
    Optional<Account> account(String email, String password, Client client) {
        var network = client.network();
        throttle.admit(email, network, networks.knows(email, network));
        var account = accounts.byEmail(email);
        var right =
                passwords.matches(
                        password, account.map(Account::password).orElse(Passwords.NOBODYS));
        if (!right || account.isEmpty()) {
            throttle.failed(email, network);
            return Optional.empty();
        }
        throttle.succeeded(email, network);
        networks.remember(account.get().id(), network);
        return account;
    }
}
