package io.jium.platform.events;

import io.jium.platform.events.Inbox.Parked;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How far others have heard a service, and what it could not hear itself: for operators, to look at
 * and to try again once it is mended.
 */
@RestController
@AdminOnly
@RequestMapping("/${jium.service}/events")
class EventsController {

    private final Outbox outbox;
    private final EventMetrics metrics;
    private final Inbox inbox;
    private final Hearing hearing;

    EventsController(Outbox outbox, EventMetrics metrics, Inbox inbox, Hearing hearing) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.inbox = inbox;
        this.hearing = hearing;
    }

    /**
     * @param told how many events this service has told
     * @param heard how many of them each hearer has heard; null when it cannot be asked
     */
    record State(long told, Map<String, @Nullable Long> heard) {}

    @GetMapping
    State state() {
        var heard = metrics.heard();
        return new State(outbox.told(), heard);
    }

    @GetMapping("/parked")
    Listing<View> list(Paging paging) {
        return Listing.of(inbox.parked(paging.above(), paging.rows()), paging, Parked::id)
                .map(View::of);
    }

    /** All that is parked about the same thing is heard, in its order, or nothing of it. */
    @PostMapping("/parked/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable long id) {
        try {
            hearing.replay(id);
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException stillFailing) {
            throw new Refusal(HttpStatus.CONFLICT, "event_not_heard", stillFailing.toString());
        }
    }

    /**
     * @param reason why it could not be heard; null when it waits behind another one
     */
    record View(
            long id,
            String teller,
            long seq,
            String type,
            String about,
            Instant toldAt,
            @Nullable String reason,
            Instant parkedAt) {

        static View of(Parked parked) {
            return new View(
                    parked.id(),
                    parked.teller(),
                    parked.event().seq(),
                    parked.event().type(),
                    parked.event().about(),
                    parked.event().toldAt(),
                    parked.reason(),
                    parked.parkedAt());
        }
    }
}
