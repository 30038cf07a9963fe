package io.jium.fakes;

import io.jium.platform.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What there is in the other services; it outlives the host, as their databases would. */
public final class Elsewhere {

    private static final Set<Object> THERE = ConcurrentHashMap.newKeySet();
    private static final Set<Object> REMOVED = ConcurrentHashMap.newKeySet();
    private static final Map<String, Supplier<Throwable>> PLANNED = new ConcurrentHashMap<>();

    private Elsewhere() {}

    /** As if the process were killed there: nothing of ours catches it. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    public static void clear() {
        THERE.clear();
        REMOVED.clear();
        PLANNED.clear();
    }

    /** What happens, once, at this point: before a thing is done, or after (<thing> done). */
    public static void plan(String point, Supplier<Throwable> what) {
        PLANNED.put(point, what);
    }

    /** What there is. */
    public static Set<Object> things() {
        return Set.copyOf(THERE);
    }

    static void make(String point, Object thing) {
        at(point);
        if (REMOVED.contains(thing)) {
            throw new Refusal(HttpStatus.GONE, "site_removed");
        }
        THERE.add(thing);
        at(point + " done");
    }

    static void remove(String point, Object thing) {
        at(point);
        REMOVED.add(thing);
        THERE.remove(thing);
        at(point + " done");
    }

    private static void at(String point) {
        switch (thrown(point)) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static @Nullable Throwable thrown(String point) {
        var planned = PLANNED.remove(point);
        return planned == null ? null : planned.get();
    }
}
