package io.jium.deploy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Wakes those who watch a site's deployment in this process; others look again after a while.
 * Thread-safe.
 */
@Component
class Progress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, AtomicLong> changes = new ConcurrentHashMap<>();

    void changed(long serviceId) {
        count(serviceId).incrementAndGet();
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often this site's deployment has changed; what {@link #await} is to be given. */
    long seen(long serviceId) {
        return count(serviceId).get();
    }

    /** Returns when there was a change since {@code seen}, or after half a second. */
    void await(long serviceId, long seen) throws InterruptedException {
        lock.lock();
        try {
            var left = LOOK_AGAIN.toNanos();
            while (count(serviceId).get() == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private AtomicLong count(long serviceId) {
        return changes.computeIfAbsent(serviceId, site -> new AtomicLong());
    }
}
