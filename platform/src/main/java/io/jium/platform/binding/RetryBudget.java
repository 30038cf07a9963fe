package io.jium.platform.binding;

import java.util.function.LongSupplier;

/**
 * Lets a tenth of the calls be repeated, and one a second besides: when everything fails, repeating
 * it all would only multiply the load. Thread-safe.
 */
final class RetryBudget {

    private static final double FOR_EACH_CALL = 0.1;
    private static final double FOR_EACH_NANOSECOND = 1e-9;
    private static final double MOST = 10;

    private final LongSupplier nanoTime;
    private double left = MOST;
    private long counted;

    /**
     * @param nanoTime see {@link System#nanoTime}
     */
    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.counted = nanoTime.getAsLong();
    }

    synchronized void called() {
        add(FOR_EACH_CALL);
    }

    /** Whether one more may be repeated; if so, it is counted. */
    synchronized boolean take() {
        var now = nanoTime.getAsLong();
        add((now - counted) * FOR_EACH_NANOSECOND);
        counted = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    private void add(double more) {
        left = Math.min(MOST, left + more);
    }
}
