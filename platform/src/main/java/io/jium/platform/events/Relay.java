package io.jium.platform.events;

import io.jium.platform.problem.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Carries what this service tells to those who hear it, each at its own pace: one that is away
 * holds up nobody else and hears the rest when it is back. Several processes may carry at once;
 * hearers take each event once. While Redis carries, nothing is to be done here.
 */
@Component
class Relay implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 200;

    /** Another process of this service may have told something without our knowing. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String teller;
    private final Outbox outbox;
    private final Streams streams;
    private final Map<String, Inboxes> hearers;
    private final Map<String, Lane> lanes = new HashMap<>();
    private volatile boolean running = true;

    Relay(Outbox outbox, Streams streams, EventRoutes routes, Environment environment) {
        this.teller = environment.getRequiredProperty("jium.service");
        this.outbox = outbox;
        this.streams = streams;
        this.hearers = routes.audience();
    }

    @Override
    public void afterSingletonsInstantiated() {
        hearers.forEach((name, inbox) -> lanes.put(name, new Lane(name, inbox)));
        lanes.values().forEach(Lane::start);
    }

    /** Something has been told, and that is committed. */
    void wake() {
        streams.wake();
        lanes.values().forEach(Lane::wake);
    }

    @Override
    public void destroy() {
        running = false;
        lanes.values().forEach(Lane::stop);
    }

    /** The way to one hearer. */
    private final class Lane implements Runnable {

        private final String hearer;
        private final Inboxes inbox;
        private final Semaphore told = new Semaphore(0);
        private final Thread thread;
        private volatile long heard = -1;
        private boolean away;

        Lane(String hearer, Inboxes inbox) {
            this.hearer = hearer;
            this.inbox = inbox;
            this.thread = Thread.ofVirtual().name(teller + "-to-" + hearer).unstarted(this);
        }

        void start() {
            thread.start();
        }

        void wake() {
            if (told.availablePermits() == 0) {
                told.release();
            }
        }

        /** Not by an interrupt: one that meets H2 at its file closes the file under everybody. */
        void stop() {
            wake();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            try {
                while (running) {
                    var pause = carried() ? LOOK_AGAIN : AFTER_A_FAILURE;
                    var _ = told.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    told.drainPermits();
                }
            } catch (InterruptedException stopped) {
                LOG.debug("{} stops telling {}", teller, hearer, stopped);
            }
        }

        /** False when the hearer could not be reached, or our own database. */
        private boolean carried() {
            try {
                carry();
                if (away) {
                    LOG.info("{} tells {} again", teller, hearer);
                    away = false;
                }
                return true;
            } catch (RuntimeException | Error failed) {
                // An error as well: one in a hearer of this process must not end the telling.
                if (running && !away) {
                    report(failed);
                    away = true;
                }
                heard = -1;
                return false;
            }
        }

        private void report(Throwable failed) {
            if (failed instanceof Refusal refusal) {
                LOG.warn("{} cannot tell {}: {}", teller, hearer, refusal.code());
            } else {
                LOG.error("{} cannot tell {}", teller, hearer, failed);
            }
        }

        private void carry() {
            if (streams.carry()) {
                heard = -1;
                return;
            }
            var more = true;
            while (running && more) {
                more = outbox.number();
                if (heard < 0) {
                    heard = inbox.hear(hearer, teller, List.of()).seq();
                }
                var batch = outbox.after(heard, BATCH);
                if (!batch.isEmpty()) {
                    heard = inbox.hear(hearer, teller, batch).seq();
                    more = true;
                }
            }
        }
    }
}
