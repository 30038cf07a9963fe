package io.jium.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A site that is being opened: what was ordered, and what has come of it so far.
 *
 * @param order names it to others
 * @param owner who is to be made a user first; null when the owner is one
 * @param userId known from the start, or once the user is made
 * @param serviceId known once it is booked
 * @param copyOf another site of the owner, to begin as it is
 */
record Opening(
        String order,
        @Nullable NewOwner owner,
        @Nullable Long userId,
        String name,
        String slug,
        Plan plan,
        @Nullable Long templateId,
        String locale,
        @Nullable Long serviceId,
        @Nullable Long copyOf) {

    /** Somebody who has no account yet. */
    record NewOwner(String name, String email) {}

    Opening ownedBy(long user) {
        return new Opening(
                order, owner, user, name, slug, plan, templateId, locale, serviceId, copyOf);
    }

    Opening bookedAs(long service) {
        return new Opening(
                order, owner, userId, name, slug, plan, templateId, locale, service, copyOf);
    }

    long user() {
        return Objects.requireNonNull(userId);
    }

    long service() {
        return Objects.requireNonNull(serviceId);
    }
}
