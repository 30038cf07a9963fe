package io.jium.platform.saga;

import io.jium.platform.saga.Position.Doing;
import io.jium.platform.saga.Position.Done;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Position.Tries;
import io.jium.platform.saga.Position.Undoing;
import io.jium.platform.saga.Position.Undone;
import io.jium.platform.saga.Step.Patience;
import java.time.Instant;
import java.util.List;

/** The rules by which a saga moves. Pure: nothing is done here. */
record Course(List<? extends Step<?>> steps) {

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
                var tooLate = isTooLate(step.there(), at.tries(), now);
                if (step.isForwardOnly()) {
                    yield tooLate ? new Stuck(at.step(), false) : again(at, step, now);
                }
                // The step itself is undone, too: nobody knows how far it got.
                yield event == Event.REFUSED || tooLate || !now.isBefore(deadline)
                        ? back(at.step(), now)
                        : again(at, step, now);
            }
            case RETRIED -> at;
        };
    }

    private Position goingBack(Undoing at, Event event, Instant now) {
        var patience = steps.get(at.step()).back();
        return switch (event) {
            case SUCCEEDED -> back(at.step() - 1, now);
            case REFUSED, FAILED ->
                    isTooLate(patience, at.tries(), now)
                            ? new Stuck(at.step(), true)
                            : new Undoing(at.step(), at.tries().another(patience, now));
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

    private static boolean isTooLate(Patience patience, Tries tries, Instant now) {
        return !now.isBefore(tries.since().plus(patience.limit()));
    }

    private static Doing again(Doing at, Step<?> step, Instant now) {
        return new Doing(at.step(), at.tries().another(step.there(), now));
    }
}
