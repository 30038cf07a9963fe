package io.jium.contracts.auth;

import io.jium.contracts.event.Event;

/**
 * An account's name or language is another one now; all of them as they are.
 *
 * @param locale {@code ko} or {@code en}
 */
public record UserUpdated(long userId, String name, String email, String locale) implements Event {

    @Override
    public String about() {
        return "user " + userId;
    }
}
