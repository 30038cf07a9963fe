package io.jium.auth.admin;

import io.jium.auth.user.Account;
import io.jium.auth.user.Accounts;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.AdminOnly;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Granting and revoking permissions. */
@RestController
@AdminOnly
@RequestMapping("/auth/users/{id}/permissions")
class PermissionController {

    private final Accounts accounts;
    private final Permissions permissions;
    private final TransactionTemplate transactions;

    PermissionController(
            Accounts accounts, Permissions permissions, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.transactions = transactions;
    }

    record Granted(Set<String> permissions) {}

    @GetMapping
    Granted show(@PathVariable long id) {
        return new Granted(permissions.of(account(id)));
    }

    record Grant(@Nullable List<@Nullable String> permissions) {}

    @PutMapping
    Granted replace(@PathVariable long id, @RequestBody Grant grant) {
        var account = account(id);
        if (grant.permissions == null) {
            throw InvalidFields.of("permissions", "required");
        }
        var wanted = new TreeSet<String>();
        var known = permissions.known();
        for (var name : grant.permissions) {
            if (name == null || !known.contains(name)) {
                throw InvalidFields.of("permissions", "unknown");
            }
            wanted.add(name);
        }
        transactions.executeWithoutResult(status -> permissions.grant(account.id(), wanted));
        return new Granted(permissions.of(account));
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }
}
