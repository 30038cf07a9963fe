package io.jium.builder.project;

import java.util.ArrayList;
import java.util.List;

/** What one run of the parser has found and counted so far. */
final class Reading {

    static final int MAX_REPORTED = 500;

    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int nodes;

    void drop(Path path, Dropped.Reason reason) {
        if (dropped.size() < MAX_REPORTED) {
            dropped.add(new Dropped(path.toString(), reason));
        }
    }

    void refuse(Path path, String code) {
        if (problems.size() < MAX_REPORTED) {
            problems.add(new Problem(path.toString(), code));
        }
    }

    /**
     * Counts one more component; false when there are too many, which was then written down once.
     */
    boolean countNode(Path path, int limit) {
        nodes++;
        if (nodes == limit + 1) {
            refuse(path, "too_many_nodes");
        }
        return nodes <= limit;
    }

    boolean isRefused() {
        return !problems.isEmpty();
    }

    List<Dropped> dropped() {
        return List.copyOf(dropped);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
