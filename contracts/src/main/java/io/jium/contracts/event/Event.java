package io.jium.contracts.event;

/**
 * A fact that a service tells all others: a record in the package of the service that tells it,
 * named in the past tense, with ids rather than whole rows.
 */
public interface Event {

    /**
     * The thing it is about, as {@code "user 12"}: what is told about the same thing arrives in the
     * order in which it was told. At most 120 characters.
     */
    String about();
}
