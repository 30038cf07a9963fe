package io.jium.builder.project;

import java.util.Set;

/**
 * Which declarations of a rule are important.
 *
 * @param properties those named one by one; of no meaning when all are
 */
public record Important(boolean all, Set<String> properties) {

    static final Important NONE = new Important(false, Set.of());

    public boolean covers(String property) {
        return all || properties.contains(property);
    }
}
