package io.jium.auth.admin;

import io.jium.auth.session.UserSessions;
import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.auth.user.Role;
import io.jium.auth.user.Status;
import io.jium.platform.problem.Forbidden;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Caller;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * All users, for administrators, and in part for holders of {@link Permissions#MANAGE_USERS}: those
 * neither give roles nor touch administrators.
 */
@RestController
@RequestMapping("/auth/users")
class UserController {

    private static final int LONGEST_SEARCH = 255;

    private final Accounts accounts;
    private final Permissions permissions;
    private final UserSessions sessions;
    private final TransactionTemplate transactions;

    UserController(
            Accounts accounts,
            Permissions permissions,
            UserSessions sessions,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @GetMapping
    Listing<Account.View> list(
            @RequestParam(required = false) @Nullable String q, Paging paging, Caller caller) {
        permissions.require(Permissions.MANAGE_USERS, caller);
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw InvalidFields.of("q", "size", 0, LONGEST_SEARCH);
        }
        var text = q == null || q.isBlank() ? null : q.strip();
        return Listing.of(accounts.page(paging, text), paging, Account::id).map(Account::view);
    }

    record Change(@Nullable String status, @Nullable String role) {}

    /**
     * A new role ends the user's sessions, for the old one stands in his access token. A suspended
     * user's sessions rest: they are refused until he is active again.
     */
    @PutMapping("/{id}")
    Account.View change(@PathVariable long id, @RequestBody Change change, Caller caller) {
        permissions.require(Permissions.MANAGE_USERS, caller);
        var status = parsed("status", change.status, Status::parse);
        var role = parsed("role", change.role, Role::parse);
        var changed =
                transactions.execute(transaction -> {
                    var account = held(id, caller);
                    var newStatus = status == null ? account.status() : status;
                    var newRole = role == null ? account.role() : role;
                    allow(account, newStatus, newRole, caller);
                    accounts.change(id, newStatus, newRole);
                    if (newRole != account.role()) {
                        sessions.endAll(id, null);
                    }
                    return accounts.find(id).orElseThrow(NotFound::new);
                });
        sessions.changed();
        return changed.view();
    }

    /**
     * Both accounts are held, so that two administrators who demote each other do not both succeed.
     */
    private Account held(long id, Caller caller) {
        var held = accounts.lock(id, caller.userId());
        var stillAllowed =
                held.stream()
                        .anyMatch(account ->
                                account.id() == caller.userId()
                                        && account.isActive()
                                        && account.role().text().equals(caller.role()));
        if (!stillAllowed) {
            throw new Forbidden();
        }
        return held.stream()
                .filter(account -> account.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static void allow(Account account, Status status, Role role, Caller caller) {
        var changes = status != account.status() || role != account.role();
        if (changes && account.id() == caller.userId()) {
            throw new Refusal(HttpStatus.CONFLICT, "own_account");
        }
        if (!caller.isAdmin() && (account.role() == Role.ADMIN || role != account.role())) {
            throw new Forbidden();
        }
    }

    private static <T> @Nullable T parsed(
            String field, @Nullable String text, Function<String, Optional<T>> parse) {
        return text == null
                ? null
                : parse.apply(text).orElseThrow(() -> InvalidFields.of(field, "unknown"));
    }
}
