package io.jium.platform.events;

import io.jium.platform.events.Inbox.Parked;
import io.jium.platform.problem.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears events exactly once: position and effects are one transaction, and the position is held
 * while it lasts. Events come in batches of one transaction; when one of a batch fails, they are
 * heard one by one. Thread-safe.
 */
@Component
class Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(500));
    private static final int LONGEST_REASON = 2_000;

    private final Inbox inbox;
    private final Hearers hearers;
    private final TransactionTemplate transactions;
    private final EventMetrics metrics;

    Hearing(Inbox inbox, Hearers hearers, TransactionTemplate transactions, EventMetrics metrics) {
        this.metrics = metrics;
        this.inbox = inbox;
        this.hearers = hearers;
        this.transactions = transactions;
    }

    /** How far the teller is heard then. */
    long hear(String teller, List<Envelope> events) {
        var position = inbox.position(teller);
        if (position.isEmpty()) {
            inbox.enter(teller);
        }
        if (events.isEmpty()) {
            return position.orElse(0L);
        }
        try {
            return together(teller, events, null);
        } catch (RuntimeException oneFailed) {
            LOG.debug("A batch of {} is heard one by one", teller, oneFailed);
        }
        var heard = position.orElse(0L);
        for (var event : events) {
            heard = patiently(teller, event);
        }
        return heard;
    }

    private long patiently(String teller, Envelope event) {
        for (var pause : PAUSES) {
            try {
                return together(teller, List.of(event), null);
            } catch (RuntimeException failed) {
                LOG.debug("{} {} failed and is tried again", event.type(), event.seq(), failed);
                LockSupport.parkNanos(pause.toNanos());
            }
        }
        try {
            return together(teller, List.of(event), null);
        } catch (RuntimeException failed) {
            if (isTheDatabases(failed)) {
                throw failed;
            }
            LOG.error(
                    "{} {} about {} is parked: it cannot be heard",
                    event.type(),
                    event.seq(),
                    event.about(),
                    failed);
            return together(teller, List.of(event), reason(failed));
        }
    }

    /** What would have met any event: the teller comes again with it. */
    private static boolean isTheDatabases(RuntimeException failed) {
        return failed instanceof TransientDataAccessException
                || failed instanceof NonTransientDataAccessResourceException
                || failed instanceof TransactionException;
    }

    /**
     * @param parked why the events are to be parked instead of heard
     */
    private long together(String teller, List<Envelope> events, @Nullable String parked) {
        var fresh = new ArrayList<Envelope>();
        var position =
                transactions.execute(status -> {
                    fresh.clear();
                    var last = inbox.hold(teller);
                    var waiting = inbox.parkedAbout(teller);
                    var heard = last;
                    for (var event : events) {
                        if (event.seq() == heard + 1) {
                            one(teller, event, parked, waiting);
                            fresh.add(event);
                            heard++;
                        }
                    }
                    if (heard > last) {
                        inbox.advance(teller, heard);
                    }
                    return heard;
                });
        metrics.heard(teller, fresh);
        return position;
    }

    private void one(String teller, Envelope event, @Nullable String parked, Set<String> waiting) {
        if (!hearers.hears(event)) {
            return;
        }
        if (parked != null || waiting.contains(event.about())) {
            inbox.park(teller, event, parked);
            waiting.add(event.about());
        } else {
            traced(event);
        }
    }

    private void traced(Envelope event) {
        var before = MDC.get("trace_id");
        MDC.put("trace_id", event.traceId());
        try {
            hearers.hear(event);
        } finally {
            MDC.put("trace_id", before);
        }
    }

    /**
     * Hears a parked event and all others about the same thing, in their order: all or none. What
     * still fails is thrown.
     */
    void replay(long id) {
        var wanted = inbox.find(id).orElseThrow(NotFound::new);
        transactions.executeWithoutResult(status -> {
            // Nothing new about it may overtake.
            inbox.hold(wanted.teller());
            for (Parked parked : inbox.holdParked(wanted.teller(), wanted.event().about())) {
                traced(parked.event());
                inbox.unpark(parked.id());
            }
        });
    }

    private static String reason(RuntimeException failed) {
        var text = failed.toString();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
