package io.jium.platform.saga;

/** Another thread or process carries the saga on. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overtaken(long id) {
        super("Saga " + id + " is carried on by another", null, false, false);
    }
}
