package io.jium.platform.saga.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is to go wrong where; all hosts of a test share it. */
public final class Faults {

    private static final Map<String, Fault> PLANNED = new ConcurrentHashMap<>();
    private static final List<String> PASSED = new ArrayList<>();
    private static final Map<String, AtomicInteger> BUSY = new ConcurrentHashMap<>();

    private Faults() {}

    private record Fault(AtomicInteger times, Supplier<? extends Throwable> what) {}

    /** As if the process were killed there: nothing of ours catches it. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    public static void clear() {
        PLANNED.clear();
        synchronized (PASSED) {
            PASSED.clear();
        }
    }

    /** The next times that this trip passes the point. */
    public static void plan(
            String trip, String point, int times, Supplier<? extends Throwable> what) {
        PLANNED.put(trip + ": " + point, new Fault(new AtomicInteger(times), what));
    }

    /** Points that were passed, in their order. */
    public static List<String> passed() {
        synchronized (PASSED) {
            return List.copyOf(PASSED);
        }
    }

    /** Runs a step's work between two points, and sees that nobody else is at the same trip. */
    static void around(String trip, String step, Runnable work) {
        var busy = BUSY.computeIfAbsent(trip, key -> new AtomicInteger());
        if (busy.incrementAndGet() > 1) {
            note("two at once");
        }
        try {
            at(trip, step);
            work.run();
            at(trip, step + " done");
        } finally {
            busy.decrementAndGet();
        }
    }

    private static void at(String trip, String point) {
        note(point);
        var fault = PLANNED.get(trip + ": " + point);
        if (fault != null && fault.times.getAndDecrement() > 0) {
            var thrown = fault.what.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (RuntimeException) thrown;
            }
        }
    }

    private static void note(String point) {
        synchronized (PASSED) {
            PASSED.add(point);
        }
    }
}
