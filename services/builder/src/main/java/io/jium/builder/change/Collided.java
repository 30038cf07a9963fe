package io.jium.builder.change;

import java.util.List;

/** Others changed the same since; nothing was changed. */
public final class Collided extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient List<Collision> collisions;

    Collided(List<Collision> collisions) {
        super("collided", null, false, false);
        this.collisions = List.copyOf(collisions);
    }

    public List<Collision> collisions() {
        return collisions;
    }
}
