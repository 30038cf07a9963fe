package io.jium.platform.events;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Telling and hearing, for every service. */
@Configuration(proxyBeanMethods = false)
@Import({
    Events.class,
    Outbox.class,
    EventMetrics.class,
    Streams.class,
    Relay.class,
    Inbox.class,
    Hearers.class,
    Hearing.class,
    EventsEndpoint.class,
    EventsController.class
})
public class ServiceEvents {}
