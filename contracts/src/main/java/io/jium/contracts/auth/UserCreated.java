package io.jium.contracts.auth;

import io.jium.contracts.event.Event;

/**
 * Somebody has an account now.
 *
 * @param locale {@code ko} or {@code en}
 */
public record UserCreated(long userId, String name, String email, String locale) implements Event {

    @Override
    public String about() {
        return "user " + userId;
    }
}
