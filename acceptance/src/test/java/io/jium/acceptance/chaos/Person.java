package io.jium.acceptance.chaos;

import io.jium.acceptance.installation.Answer;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works until he is told to stop, whatever dies meanwhile. What was acknowledged must
 * be there; what was not may be there or not.
 */
abstract class Person implements Runnable {

    /** What says nothing about whether the thing was done, or asks to come again. */
    private static final Set<Integer> NO_ANSWER = Set.of(429, 500, 502, 503, 504);

    private static final long PAUSE = 20_000_000;

    private volatile boolean working = true;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    final void stopSoon() {
        working = false;
    }

    @Override
    public final void run() {
        while (working) {
            if (work()) {
                done.incrementAndGet();
            } else {
                unanswered.incrementAndGet();
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Does one thing; false when there was no answer to it. */
    abstract boolean work();

    /** The answer, or null when there was none that says anything. */
    static @Nullable Answer tried(Supplier<Answer> request) {
        try {
            var answer = request.get();
            return NO_ANSWER.contains(answer.status()) ? null : answer;
        } catch (UncheckedIOException broken) {
            return null;
        }
    }

    /** Asks again until there is an answer. */
    static Answer asked(Supplier<Answer> request) {
        for (var n = 0; n < 3_000; n++) {
            var answer = tried(request);
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("There is no answer for a minute");
    }

    /** How much has been acknowledged. */
    final int done() {
        return done.get();
    }

    @Override
    public String toString() {
        return "%s: %s acknowledged, %s without an answer"
                .formatted(getClass().getSimpleName(), done, unanswered);
    }
}
