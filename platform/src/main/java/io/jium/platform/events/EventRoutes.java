package io.jium.platform.events;

import io.jium.contracts.event.Event;
import java.util.Map;
import java.util.Set;

/**
 * What a service hears, and who hears it.
 *
 * @param heard the types this service hears
 * @param tellers the services it hears, by name
 * @param audience the services that hear this one, by name
 */
public record EventRoutes(
        Set<Class<? extends Event>> heard,
        Map<String, Outboxes> tellers,
        Map<String, Inboxes> audience) {}
