package io.jium.auth.admin;

import io.jium.auth.user.Account;
import io.jium.auth.user.Role;
import io.jium.platform.problem.Forbidden;
import io.jium.platform.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What users may do beyond their own affairs. Administrators hold every permission. */
@Repository
class Permissions {

    /** See all users; suspend and activate those who are not administrators. */
    static final String MANAGE_USERS = "users.manage";

    private final JdbcClient jdbc;

    Permissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there are, in order. */
    Set<String> known() {
        return new TreeSet<>(jdbc.sql("select name from permissions").query(String.class).list());
    }

    /** What the user holds, in order. */
    Set<String> of(Account account) {
        return account.role() == Role.ADMIN ? known() : granted(account.id());
    }

    private Set<String> granted(long userId) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select p.name from permissions p
                                join user_permissions u on u.permission_id = p.id where u.user_id = ?
                                """)
                        .param(userId)
                        .query(String.class)
                        .list());
    }

    /** Refuses with 403 unless the caller holds the permission. */
    void require(String permission, Caller caller) {
        if (!caller.isAdmin() && !granted(caller.userId()).contains(permission)) {
            throw new Forbidden();
        }
    }

    /** Replaces what was granted to the user; part of a transaction. */
    void grant(long userId, Set<String> names) {
        jdbc.sql("delete from user_permissions where user_id = ?").param(userId).update();
        for (var name : List.copyOf(names)) {
            jdbc.sql(
                            """
                            insert into user_permissions (user_id, permission_id)
                            select ?, id from permissions where name = ?
                            """)
                    .params(userId, name)
                    .update();
        }
    }
}
