package io.jium.platform.events;

import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How far and how fast others hear: {@code jium_events_waiting} (told, not yet heard, by hearer)
 * and {@code jium_events_delay_seconds} (from being told to having taken effect). Thread-safe.
 */
@Component
class EventMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Duration.ofHours(1)
    };

    private final String service;
    private final Metrics metrics;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Map<String, Inboxes> audience;
    private final Clock clock;
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();
    private @Nullable MultiGauge waiting;

    EventMetrics(
            Metrics metrics,
            Outbox outbox,
            Inbox inbox,
            EventRoutes routes,
            Clock clock,
            Environment environment) {
        this.service = environment.getRequiredProperty("jium.service");
        this.metrics = metrics;
        this.outbox = outbox;
        this.inbox = inbox;
        this.audience = routes.audience();
        this.clock = clock;
        metrics.onReading(this::look);
    }

    /** These have taken effect now. */
    void heard(String teller, List<Envelope> events) {
        var now = clock.instant();
        var timer = delays.computeIfAbsent(teller, this::timer);
        for (var event : events) {
            timer.record(Duration.between(event.toldAt(), now));
        }
    }

    private Timer timer(String teller) {
        return Timer.builder("jium.events.delay")
                .tag("hearer", service)
                .tag("teller", teller)
                .serviceLevelObjectives(BUCKETS)
                .register(metrics.registry());
    }

    /** How many events each hearer has heard; null for one that cannot be asked now. */
    Map<String, @Nullable Long> heard() {
        var heard = new TreeMap<String, @Nullable Long>();
        audience.forEach((name, its) -> heard.put(name, asked(name, its)));
        return heard;
    }

    private @Nullable Long asked(String name, Inboxes its) {
        try {
            return its.hear(name, service, List.of()).seq();
        } catch (Refusal away) {
            return null;
        }
    }

    private synchronized void look(MeterRegistry registry) {
        if (waiting == null) {
            waiting = MultiGauge.builder("jium.events.waiting").register(registry);
            registry.gauge(
                    "jium.events.parked", Tags.of("hearer", service), inbox, Inbox::countParked);
        }
        var told = outbox.told();
        var rows = new ArrayList<MultiGauge.Row<?>>();
        heard().forEach((hearer, heard) ->
                rows.add(
                        MultiGauge.Row.of(
                                Tags.of("teller", service, "hearer", hearer),
                                heard == null ? Double.NaN : told - heard)));
        waiting.register(rows, true);
    }
}
