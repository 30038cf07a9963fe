package io.jium.content;

import io.jium.platform.problem.InvalidFields;

/** Names and titles. */
final class Texts {

    private Texts() {}

    /** Without the space around it; refuses what is nothing but space. */
    static String filled(String field, String given) {
        if (given.isBlank()) {
            throw InvalidFields.of(field, "required");
        }
        return given.strip();
    }
}
