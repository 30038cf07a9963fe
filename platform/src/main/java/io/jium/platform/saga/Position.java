package io.jium.platform.saga;

import io.jium.platform.saga.Step.Patience;
import java.time.Instant;
import java.util.Optional;

/** Where a saga stands. */
sealed interface Position {

    /** Going there: this step is to be done. */
    record Doing(int step, Tries tries) implements Position {}

    /** Going back: this step is to be undone. */
    record Undoing(int step, Tries tries) implements Position {}

    /** Arrived. */
    record Done(int step) implements Position {}

    /** Everything is taken back. */
    record Undone(int step) implements Position {}

    /** Neither there nor back: somebody has to look. */
    record Stuck(int step, boolean goingBack) implements Position {}

    /**
     * Of one step.
     *
     * @param since the first one
     * @param due the next one
     */
    record Tries(int failures, Instant since, Instant due) {

        static Tries fresh(Instant now) {
            return new Tries(0, now, now);
        }

        /** One has failed. */
        Tries another(Patience patience, Instant now) {
            return new Tries(failures + 1, since, now.plus(patience.after(failures)));
        }
    }

    int step();

    /** Of the present step, as long as it goes on. */
    default Optional<Tries> present() {
        return switch (this) {
            case Doing doing -> Optional.of(doing.tries);
            case Undoing undoing -> Optional.of(undoing.tries);
            case Done _, Undone _, Stuck _ -> Optional.empty();
        };
    }

    default boolean isDue(Instant now) {
        return present().filter(tries -> !tries.due.isAfter(now)).isPresent();
    }
}
