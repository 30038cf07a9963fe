package io.jium.platform.events;

import io.jium.contracts.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The hearers of this service, by type of event. */
@Component
class Hearers implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final EventRoutes routes;
    private final JsonMapper json;
    private final Map<String, Hearer<?>> byType = new HashMap<>();

    Hearers(ListableBeanFactory beans, EventRoutes routes, JsonMapper json) {
        this.beans = beans;
        this.routes = routes;
        this.json = json;
    }

    /** Refuses to start when what the service says it hears is not what it has hearers for. */
    @Override
    public void afterSingletonsInstantiated() {
        for (Hearer<?> hearer : beans.getBeansOfType(Hearer.class).values()) {
            if (byType.put(EventTypes.name(hearer.type()), hearer) != null) {
                throw new IllegalStateException("Two hearers for " + hearer.type().getName());
            }
        }
        var said = routes.heard().stream().map(EventTypes::name).collect(Collectors.toSet());
        if (!said.equals(byType.keySet())) {
            throw new IllegalStateException(
                    "The service says it hears %s, but has hearers for %s"
                            .formatted(said, byType.keySet()));
        }
    }

    boolean hears(Envelope envelope) {
        return byType.containsKey(envelope.type());
    }

    /** Has an event heard whose type this service hears. */
    void hear(Envelope envelope) {
        hear(Objects.requireNonNull(byType.get(envelope.type())), envelope.payload());
    }

    private <E extends Event> void hear(Hearer<E> hearer, String payload) {
        hearer.effect().accept(json.readValue(payload, hearer.type()));
    }
}
