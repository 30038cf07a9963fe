package io.jium.platform.saga;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * A kind of saga: its steps in their order. A bean of a service that imports {@link ServiceSagas}.
 *
 * @param type is written down and stays the same
 * @param state what the steps know; kept as JSON while the saga runs
 * @param limit how long the way there may take before it is turned back
 */
public record Saga<S extends Record>(
        String type, Class<S> state, Duration limit, List<Step<S>> steps) {

    public Saga {
        steps = List.copyOf(steps);
        var names = new HashSet<String>();
        var forwardOnly = false;
        for (var step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(type + " has two steps " + step.name());
            }
            if (forwardOnly && !step.isForwardOnly()) {
                throw new IllegalArgumentException(
                        type + " turns back at " + step.name() + ", behind the point of no return");
            }
            forwardOnly = step.isForwardOnly();
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(type + " has no steps");
        }
    }

    Course course() {
        return new Course(steps);
    }

    /** Where the step of this name is. */
    int index(String name) {
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(type + " has no step " + name + " any more");
    }
}
