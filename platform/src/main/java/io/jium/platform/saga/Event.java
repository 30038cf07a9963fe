package io.jium.platform.saga;

/** What may happen to a saga. */
enum Event {
    /** The step is done, or undone. */
    SUCCEEDED,
    /** It cannot be done: asking again would not help. */
    REFUSED,
    /** It was not done, or nobody knows. */
    FAILED,
    /** Somebody has looked at what was stuck, and asks to go on. */
    RETRIED
}
