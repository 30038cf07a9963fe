package io.jium.platform.events;

import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Hears what tellers in other processes, or in this one, have to say. */
@RestController
class EventsEndpoint implements Inboxes {

    private final Hearing hearing;

    EventsEndpoint(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public Position hear(String hearer, String teller, List<Envelope> events) {
        return new Position(hearing.hear(teller, events));
    }
}
