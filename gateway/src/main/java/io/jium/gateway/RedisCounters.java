package io.jium.gateway;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.RedisAway;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts for all gateways of an installation together; each by itself while Redis is away. */
final class RedisCounters implements Counters {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCounters.class);

    /** Looking and counting in one step: two gateways at once do not let one too many through. */
    private static final String SCRIPT =
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
            """;

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
    public long @Nullable [] count(String consumer, List<Quota> quotas, long now) {
        if (isAway.get() && System.nanoTime() - failedAt < PAUSE.toNanos()) {
            return alone.count(consumer, quotas, now);
        }
        try {
            var used = asked(consumer, quotas, now);
            if (isAway.compareAndSet(true, false)) {
                LOG.info("Requests are counted in Redis again");
            }
            return used;
        } catch (RedisAway away) {
            failedAt = System.nanoTime();
            if (isAway.compareAndSet(false, true)) {
                LOG.warn("Requests are counted by this process alone: {}", away.getMessage());
            }
            return alone.count(consumer, quotas, now);
        }
    }

    private long[] asked(String consumer, List<Quota> quotas, long now) {
        var keys = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        for (var quota : quotas) {
            var window = quota.window().toMillis();
            // The braces keep a consumer's windows on one node of a cluster.
            keys.add("rate:{%s}:%d:%d".formatted(consumer, window, quota.begin(now)));
            arguments.add(Long.toString(quota.most()));
            arguments.add(Long.toString(window));
        }
        List<Long> used =
                redis.ask(commands ->
                        commands.eval(
                                SCRIPT,
                                ScriptOutputType.MULTI,
                                keys.toArray(String[]::new),
                                arguments.toArray(String[]::new)));
        return used.stream().mapToLong(Long::longValue).toArray();
    }
}
