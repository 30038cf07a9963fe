package io.jium.platform.saga;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a saga. Both ways must bear being repeated, and the way back must bear that the way
 * there was never gone, or arrives later: nobody knows how far a step got that did not answer.
 *
 * @param name stays the same when steps are added: it is written down
 * @param isLocal works in one transaction with the note that it is done, so exactly once
 * @param action what comes of the state; a refusal with 4xx turns the saga back, anything else is
 *     tried again
 * @param undoing takes the action back; null where there is nothing to take back
 * @param isForwardOnly there is no way back from here: it is tried until it succeeds
 * @param limit how long it is tried
 * @param pause after the first failure; each next one is twice as long
 */
public record Step<S extends Record>(
        String name,
        boolean isLocal,
        UnaryOperator<S> action,
        @Nullable UnaryOperator<S> undoing,
        boolean isForwardOnly,
        Duration limit,
        Duration pause,
        Duration longestPause) {

    private static final Duration LIMIT = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A step that calls other services. */
    public static <S extends Record> Step<S> call(String name, UnaryOperator<S> action) {
        return new Step<>(name, false, action, null, false, LIMIT, PAUSE, LONGEST_PAUSE);
    }

    /** A step in the service's own database. */
    public static <S extends Record> Step<S> local(String name, UnaryOperator<S> action) {
        return new Step<>(name, true, action, null, false, LIMIT, PAUSE, LONGEST_PAUSE);
    }

    /** The same with its way back. */
    public Step<S> undo(UnaryOperator<S> way) {
        return new Step<>(name, isLocal, action, way, isForwardOnly, limit, pause, longestPause);
    }

    /** The same beyond the point of no return. */
    public Step<S> forwardOnly() {
        return new Step<>(name, isLocal, action, undoing, true, limit, pause, longestPause);
    }

    /** The same with less or more patience. */
    public Step<S> patience(Duration shortest, Duration longest, Duration all) {
        return new Step<>(name, isLocal, action, undoing, isForwardOnly, all, shortest, longest);
    }

    S act(S state) {
        return action.apply(state);
    }

    S undo(S state) {
        return undoing == null ? state : undoing.apply(state);
    }
}
