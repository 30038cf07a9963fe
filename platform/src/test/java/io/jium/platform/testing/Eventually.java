package io.jium.platform.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens in the background. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** The first value that is there, looked for again and again. */
    public static <T> T get(String what, Callable<Optional<T>> look) {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            try {
                var found = look.call();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (Exception failed) {
                throw new IllegalStateException("Looking for " + what + " failed", failed);
            }
            pause();
        }
        throw new AssertionError("There is still no " + what + " after " + LONGEST);
    }

    /** Returns once the condition holds. */
    public static void holds(String what, Callable<Boolean> condition) {
        get(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
