package io.jium.platform.saga;

import io.jium.platform.problem.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * How far a saga has got.
 *
 * @param isTurnedBack what was done is taken back, or was
 * @param state null when it was not this call that carried it on
 * @param failure what kept it from going on, or turned it back, during this call
 */
public record Run<S extends Record>(
        Status status,
        boolean isTurnedBack,
        @Nullable S state,
        @Nullable RuntimeException failure) {

    /** What turned it back; that somebody else is at it when this call does not know. */
    public RuntimeException reason() {
        return failure == null ? new Unavailable() : failure;
    }

    /** How a saga stands. */
    public enum Status {
        /** On its way, there or back. */
        RUNNING,
        /** All steps are done. */
        DONE,
        /** All steps are taken back. */
        UNDONE,
        /** Neither, until an operator has looked. */
        STUCK
    }
}
