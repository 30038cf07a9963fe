package io.jium.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Counts in this process alone; the least used are forgotten when there are very many. */
final class LocalCounters implements Counters {

    private static final int MOST_CONSUMERS = 200_000;

    private final Cache<String, Windows> consumers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_CONSUMERS)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();

    @Override
    public CompletableFuture<long[]> count(String consumer, List<Quota> quotas, long now) {
        var windows = consumers.get(consumer, name -> new Windows(quotas.size()));
        return CompletableFuture.completedFuture(windows.count(quotas, now));
    }

    private static final class Windows {

        private final long[] begun;
        private final long[] counted;

        Windows(int number) {
            this.begun = new long[number];
            this.counted = new long[number];
        }

        synchronized long[] count(List<Quota> quotas, long now) {
            var isWithin = true;
            for (var i = 0; i < begun.length; i++) {
                var begin = quotas.get(i).begin(now);
                // A clock put back a little does not give everything anew.
                if (begin > begun[i]) {
                    begun[i] = begin;
                    counted[i] = 0;
                }
                isWithin &= counted[i] < quotas.get(i).most();
            }
            var before = counted.clone();
            for (var i = 0; isWithin && i < counted.length; i++) {
                counted[i]++;
            }
            return before;
        }
    }
}
