package io.jium.gateway;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts for all gateways of an installation together; each by itself while Redis is away. */
final class RedisCounters implements Counters {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCounters.class);

    /** Looking and counting in one step: two gateways at once do not let one too many through. */
    private static final Script SCRIPT =
            new Script(
                    """
                    local used, within = {}, true
                    for i, key in ipairs(KEYS) do
                      used[i] = tonumber(redis.call('GET', key) or '0')
                      within = within and used[i] < tonumber(ARGV[2 * i - 1])
                    end
                    for i, key in ipairs(within and KEYS or {}) do
                      redis.call('INCR', key)
                      redis.call('PEXPIRE', key, ARGV[2 * i])
                    end
                    return used
                    """);

    /** How long nobody waits for a Redis that has just failed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Redis redis;
    private final Counters alone;
    private final AtomicBoolean isAway = new AtomicBoolean();
    private volatile long failedAt;

    /**
     * @param alone counts while Redis is away
     */
    RedisCounters(Redis redis, Counters alone) {
        this.redis = redis;
        this.alone = alone;
    }

    @Override
    public CompletableFuture<long[]> count(String consumer, List<Quota> quotas, long now) {
        if (isAway.get() && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            return alone.count(consumer, quotas, now);
        }
        return asked(consumer, quotas, now)
                .whenComplete(this::notice)
                .exceptionallyCompose(away -> alone.count(consumer, quotas, now));
    }

    private void notice(long @Nullable [] used, @Nullable Throwable away) {
        if (away != null) {
            failedAt = System.nanoTime();
            if (isAway.compareAndSet(false, true)) {
                LOG.warn("Requests are counted by this process alone: {}", away.getMessage());
            }
        } else if (isAway.get() && isAway.compareAndSet(true, false)) {
            LOG.info("Requests are counted in Redis again");
        }
    }

    private CompletableFuture<long[]> asked(String consumer, List<Quota> quotas, long now) {
        var keys = new String[quotas.size()];
        var arguments = new String[2 * quotas.size()];
        for (var i = 0; i < keys.length; i++) {
            var window = quotas.get(i).window().toMillis();
            // The braces keep a consumer's windows on one node of a cluster.
            keys[i] = "rate:{" + consumer + "}:" + window + ":" + quotas.get(i).begin(now);
            arguments[2 * i] = Long.toString(quotas.get(i).most());
            arguments[2 * i + 1] = Long.toString(window);
        }
        return redis.run(SCRIPT, keys, arguments)
                .thenApply(used -> used.stream().mapToLong(Long::longValue).toArray());
    }
}
