package io.jium.platform.events;

import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Hears what tellers in other processes, or in this one, have to say, and tells it again. */
@RestController
class EventsEndpoint implements Inboxes, Outboxes {

    private static final int MOST = 500;

    private final Hearing hearing;
    private final Outbox outbox;

    EventsEndpoint(Hearing hearing, Outbox outbox) {
        this.hearing = hearing;
        this.outbox = outbox;
    }

    @Override
    public Position hear(String hearer, String teller, List<Envelope> events) {
        return new Position(hearing.hear(teller, events));
    }

    @Override
    public List<Envelope> told(String teller, long after, int most) {
        return outbox.after(after, Math.min(most, MOST));
    }
}
