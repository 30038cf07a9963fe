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
 * @param there how patiently it is tried
 * @param back how patiently it is taken back
 */
public record Step<S extends Record>(
        String name,
        boolean isLocal,
        UnaryOperator<S> action,
        @Nullable UnaryOperator<S> undoing,
        boolean isForwardOnly,
        Patience there,
        Patience back) {

    /**
     * How often and how long something is tried.
     *
     * @param pause after the first failure; each next one is twice as long
     * @param longest of the pauses
     * @param limit after which it is given up; zero: after the first failure
     */
    public record Patience(Duration pause, Duration longest, Duration limit) {

        static final Patience USUAL =
                new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(24));

        /** Somebody waits for it: what fails is taken back at once. */
        public static final Patience NONE = new Patience(USUAL.pause, USUAL.longest, Duration.ZERO);

        Duration after(int failures) {
            var doubled = pause.multipliedBy(1L << Math.min(failures, 20));
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }

    /** A step that calls other services. */
    public static <S extends Record> Step<S> call(String name, UnaryOperator<S> action) {
        return new Step<>(name, false, action, null, false, Patience.USUAL, Patience.USUAL);
    }

    /** A step in the service's own database. */
    public static <S extends Record> Step<S> local(String name, UnaryOperator<S> action) {
        return new Step<>(name, true, action, null, false, Patience.USUAL, Patience.USUAL);
    }

    /** The same with its way back. */
    public Step<S> undo(UnaryOperator<S> way) {
        return new Step<>(name, isLocal, action, way, isForwardOnly, there, back);
    }

    /** The same beyond the point of no return. */
    public Step<S> forwardOnly() {
        return new Step<>(name, isLocal, action, undoing, true, there, back);
    }

    /** The same with another patience on the way there. */
    public Step<S> there(Patience patience) {
        return new Step<>(name, isLocal, action, undoing, isForwardOnly, patience, back);
    }

    /** The same with another patience on the way back. */
    public Step<S> back(Patience patience) {
        return new Step<>(name, isLocal, action, undoing, isForwardOnly, there, patience);
    }

    S act(S state) {
        return action.apply(state);
    }

    S undo(S state) {
        return undoing == null ? state : undoing.apply(state);
    }
}
