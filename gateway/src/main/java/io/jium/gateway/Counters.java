package io.jium.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts requests in windows. Thread-safe. */
interface Counters {

    /**
     * How often the consumer was counted in each window before this; he is counted once more when
     * that is below every quota.
     *
     * @param now milliseconds since 1970
     * @return in the order of the quotas; null when nobody can say at the moment
     */
    long @Nullable [] count(String consumer, List<Quota> quotas, long now);
}
