package io.jium.platform.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what a service tells into its stream. Several processes may do so at once. When Redis has
 * lost something, the end is put in again; hearers ask the teller for what is missing before.
 */
final class StreamTelling implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamTelling.class);
    private static final int BATCH = 500;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final TellerStream stream;
    private final Semaphore told = new Semaphore(0);
    private volatile boolean running = true;
    private volatile boolean carrying;
    private boolean reported;

    /** The last number known to be in the stream; -1 when that is to be asked. */
    private long added = -1;

    StreamTelling(Outbox outbox, TellerStream stream) {
        this.outbox = outbox;
        this.stream = stream;
    }

    /** Whether events go this way; otherwise they must go another one. */
    boolean carries() {
        return carrying;
    }

    void wake() {
        if (told.availablePermits() == 0) {
            told.release();
        }
    }

    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        try {
            while (running) {
                var pause = carried() ? LOOK_AGAIN : AFTER_A_FAILURE;
                if (!told.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    added = -1;
                }
                told.drainPermits();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} is no longer filled", stream.key(), stopped);
        }
    }

    private boolean carried() {
        try {
            carry();
            if (!carrying) {
                LOG.info("Events go through {}", stream.key());
            }
            carrying = true;
            reported = false;
            return true;
        } catch (RuntimeException | Error failed) {
            carrying = false;
            added = -1;
            if (running && !reported) {
                LOG.warn(
                        "Events do not go through {} but directly: {}",
                        stream.key(),
                        failed.toString());
                reported = true;
            }
            return false;
        }
    }

    private void carry() {
        var more = true;
        while (running && more) {
            more = outbox.number();
            if (added < 0) {
                added = Math.max(stream.last(), outbox.last() - TellerStream.KEPT);
            }
            var batch = outbox.after(added, BATCH);
            if (!batch.isEmpty()) {
                stream.add(batch);
                added = batch.getLast().seq();
                more = true;
            }
        }
    }
}
