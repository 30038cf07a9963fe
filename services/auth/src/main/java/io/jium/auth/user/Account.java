package io.jium.auth.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as stored.
 *
 * @param email in lower case
 * @param password its hash
 * @param locale {@code ko} or {@code en}
 */
public record Account(
        long id,
        String name,
        String email,
        String password,
        Role role,
        Status status,
        @Nullable Instant emailVerifiedAt,
        String locale,
        Instant createdAt) {

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** What others and the user himself get to see. */
    public View view() {
        return new View(id, name, email, role, status, emailVerifiedAt, locale, createdAt);
    }

    /** A user on the wire. */
    public record View(
            long id,
            String name,
            String email,
            Role role,
            Status status,
            @Nullable Instant emailVerifiedAt,
            String locale,
            Instant createdAt) {}

    @Override
    public String toString() {
        return "user " + id;
    }
}
