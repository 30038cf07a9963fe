package io.jium.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpField;

/** How many requests a consumer may make, and the headers that tell him, as Kong's plugin does. */
final class Limits {

    private final Map<Limit, List<Quota>> quotas = new EnumMap<>(Limit.class);
    private final Counters counters;
    private final Clock clock;

    Limits(int perMinute, int perHour, Counters counters, Clock clock) {
        for (var limit : Limit.values()) {
            var both = new ArrayList<Quota>();
            if (perMinute > 0) {
                both.add(new Quota("Minute", Duration.ofMinutes(1), most(perMinute, limit)));
            }
            if (perHour > 0) {
                both.add(new Quota("Hour", Duration.ofHours(1), most(perHour, limit)));
            }
            quotas.put(limit, List.copyOf(both));
        }
        this.counters = counters;
        this.clock = clock;
    }

    private static long most(int number, Limit limit) {
        return (long) number * limit.width();
    }

    /** What was decided, and the headers of the answer. */
    record Decision(boolean isAllowed, List<HttpField> headers) {}

    private static final CompletableFuture<Decision> UNCOUNTED =
            CompletableFuture.completedFuture(new Decision(true, List.of()));

    /** Decides about one more request; it is counted when it is allowed. Does not wait. */
    CompletableFuture<Decision> decide(String consumer, Limit limit) {
        var all = quotas.getOrDefault(limit, List.of());
        if (all.isEmpty()) {
            return UNCOUNTED;
        }
        var now = clock.millis();
        return counters.count(limit + " " + consumer, all, now)
                .thenApply(used -> decision(all, used, now));
    }

    private static Decision decision(List<Quota> all, long[] used, long now) {
        var isAllowed = true;
        for (var i = 0; i < used.length; i++) {
            isAllowed &= used[i] < all.get(i).most();
        }
        var headers = new ArrayList<HttpField>();
        var tightest = all.getFirst();
        var least = Long.MAX_VALUE;
        for (var i = 0; i < used.length; i++) {
            var quota = all.get(i);
            var left = Math.max(0, quota.most() - used[i] - (isAllowed ? 1 : 0));
            headers.add(new HttpField("X-RateLimit-Limit-" + quota.name(), text(quota.most())));
            headers.add(new HttpField("X-RateLimit-Remaining-" + quota.name(), text(left)));
            if (left <= least) {
                least = left;
                tightest = quota;
            }
        }
        var reset = secondsLeft(tightest, now);
        headers.add(new HttpField("RateLimit-Limit", text(tightest.most())));
        headers.add(new HttpField("RateLimit-Remaining", text(least)));
        headers.add(new HttpField("RateLimit-Reset", text(reset)));
        if (!isAllowed) {
            headers.add(new HttpField("Retry-After", text(reset)));
        }
        return new Decision(isAllowed, headers);
    }

    private static long secondsLeft(Quota quota, long now) {
        return Math.max(1, quota.window().toSeconds() - (now - quota.begin(now)) / 1000);
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
