package io.jium.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Counts requests in windows. Thread-safe. */
interface Counters {

    /**
     * How often the consumer was counted in each window before this, in the order of the quotas; he
     * is counted once more when that is below every quota. Does not wait and does not fail.
     *
     * @param now milliseconds since 1970
     */
    CompletableFuture<long[]> count(String consumer, List<Quota> quotas, long now);
}
