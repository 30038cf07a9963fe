package io.jium.platform.events;

import io.jium.contracts.event.Event;
import java.util.function.Consumer;

/**
 * Hears one type of event: a bean of the service whose {@link
 * io.jium.platform.host.JiumService#hears} names the type.
 *
 * @param effect works in the transaction in which the event is marked as heard, so it is there
 *     exactly once. What it throws is tried again a few times; then the event, and what follows
 *     about the same thing, is parked
 */
public record Hearer<E extends Event>(Class<E> type, Consumer<E> effect) {}
