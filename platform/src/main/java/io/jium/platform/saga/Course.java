package io.jium.platform.saga;

import io.jium.platform.saga.Position.Doing;
import io.jium.platform.saga.Position.Done;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Position.Tries;
import io.jium.platform.saga.Position.Undoing;
import io.jium.platform.saga.Position.Undone;
import java.time.Instant;
import java.util.List;

/** The rules by which a saga moves. Pure: nothing is done here. */
record Course(List<? extends Step<?>> steps) {

    private static final int MOST_DOUBLINGS = 20;

    Position start(Instant now) {
        return new Doing(0, Tries.fresh(now));
    }

    /**
     * @param deadline after which the way there is given up
     */
    Position next(Position at, Event event, Instant deadline, Instant now) {
        return switch (at) {
            case Doing doing -> going(doing, event, deadline, now);
            case Undoing undoing -> goingBack(undoing, event, now);
            case Stuck stuck when event == Event.RETRIED ->
                    stuck.goingBack()
                            ? new Undoing(stuck.step(), Tries.fresh(now))
                            : new Doing(stuck.step(), Tries.fresh(now));
            case Done _, Undone _, Stuck _ ->
                    throw new IllegalStateException(at + " does not move by " + event);
        };
    }

    private Position going(Doing at, Event event, Instant deadline, Instant now) {
        var step = steps.get(at.step());
        return switch (event) {
            case SUCCEEDED ->
                    at.step() + 1 == steps.size()
                            ? new Done(at.step())
                            : new Doing(at.step() + 1, Tries.fresh(now));
            case REFUSED, FAILED -> {
                if (step.isForwardOnly()) {
                    yield isTooLate(step, at.tries(), now)
                            ? new Stuck(at.step(), false)
                            : new Doing(at.step(), again(step, at.tries(), now));
                }
                var givenUp =
                        event == Event.REFUSED
                                || isTooLate(step, at.tries(), now)
                                || !now.isBefore(deadline);
                // The step itself is undone, too: nobody knows how far it got.
                yield givenUp
                        ? back(at.step(), now)
                        : new Doing(at.step(), again(step, at.tries(), now));
            }
            case RETRIED -> at;
        };
    }

    private Position goingBack(Undoing at, Event event, Instant now) {
        var step = steps.get(at.step());
        return switch (event) {
            case SUCCEEDED -> back(at.step() - 1, now);
            case REFUSED, FAILED ->
                    isTooLate(step, at.tries(), now)
                            ? new Stuck(at.step(), true)
                            : new Undoing(at.step(), again(step, at.tries(), now));
            case RETRIED -> at;
        };
    }

    /** To the next step, downwards, that has something to undo. */
    private Position back(int from, Instant now) {
        for (var i = from; i >= 0; i--) {
            if (steps.get(i).undoing() != null) {
                return new Undoing(i, Tries.fresh(now));
            }
        }
        return new Undone(0);
    }

    private static boolean isTooLate(Step<?> step, Tries tries, Instant now) {
        return !now.isBefore(tries.since().plus(step.limit()));
    }

    private static Tries again(Step<?> step, Tries tries, Instant now) {
        var doubled = step.pause().multipliedBy(1L << Math.min(tries.failures(), MOST_DOUBLINGS));
        var pause = doubled.compareTo(step.longestPause()) > 0 ? step.longestPause() : doubled;
        return new Tries(tries.failures() + 1, tries.since(), now.plus(pause));
    }
}
