package io.jium.contracts.auth;

import io.jium.contracts.event.Event;

/**
 * An account is gone, with its sites; what was told about the person before is not told any more.
 */
public record UserDeleted(long userId) implements Event {

    @Override
    public String about() {
        return "user " + userId;
    }
}
