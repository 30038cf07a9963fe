package io.jium.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param seq its number among all that its teller has told, from 1 without gaps
 * @param type {@code <teller>.<name>}, e.g. {@code auth.UserCreated}
 * @param about see {@link io.jium.contracts.event.Event#about}
 * @param traceId of the request in which it was told
 * @param payload the event as JSON
 */
public record Envelope(
        long seq,
        String type,
        String about,
        Instant toldAt,
        @Nullable String traceId,
        String payload) {}
