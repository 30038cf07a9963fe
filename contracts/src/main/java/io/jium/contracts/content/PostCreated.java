package io.jium.contracts.content;

import io.jium.contracts.event.Event;

/** A board has a new post, be it a draft yet. */
public record PostCreated(long postId, long boardId, long serviceId) implements Event {

    @Override
    public String about() {
        return "post " + postId;
    }
}
