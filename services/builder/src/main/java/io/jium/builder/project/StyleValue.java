package io.jium.builder.project;

import java.util.List;
import java.util.Map;

/** What stands beside a property in a rule. */
public sealed interface StyleValue {

    /** Usually one; several are printed as repeated declarations, the fallbacks first. */
    record Texts(List<String> texts) implements StyleValue {}

    /**
     * The declarations of a nested rule, whose selector is the key. The editor stores but does not
     * print them.
     */
    record Nested(Map<String, StyleValue> declarations) implements StyleValue {}
}
