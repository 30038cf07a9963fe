package io.jium.platform.binding;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.jium.platform.binding.Remotes.Reach;
import io.jium.platform.problem.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the calls of one contract of one owner, so that an owner that is away or slow costs
 * its callers little: few calls at once, none while it is known to be away, and few repeated. Each
 * contract has its own: a slow one must not shut out the others. Thread-safe.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final int AT_ONCE = 64;
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** What fails later than this has hung: it is not begun again. */
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(1);

    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    // A refusal is an answer.
                    .recordExceptions(Unanswered.class)
                    .writableStackTraceEnabled(false)
                    .build();

    private static final BulkheadConfig BULKHEAD =
            BulkheadConfig.custom()
                    .maxConcurrentCalls(AT_ONCE)
                    // So that a burst of short calls is no flood.
                    .maxWaitDuration(Duration.ofMillis(250))
                    .writableStackTraceEnabled(false)
                    .build();

    private static final ScopedValue<Duration> LEFT = ScopedValue.newInstance();

    private final String owner;
    private final String contract;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RetryBudget budget = new RetryBudget(System::nanoTime);

    Guard(String owner, String contract) {
        this.owner = owner;
        this.contract = contract;
        var name = owner + "." + contract;
        this.breaker = CircuitBreaker.of(name, BREAKER);
        this.bulkhead = Bulkhead.of(name, BULKHEAD);
        breaker.getEventPublisher().onStateTransition(event -> report(event.getStateTransition()));
    }

    /** Not each time it is tried in vain. */
    private void report(StateTransition change) {
        switch (change) {
            case CLOSED_TO_OPEN ->
                    LOG.warn("{} does not answer {}: it is left alone", owner, contract);
            case HALF_OPEN_TO_CLOSED -> LOG.info("{} answers {} again", owner, contract);
            default -> LOG.debug("{} {}: {}", owner, contract, change);
        }
    }

    /**
     * Calls, and refuses with {@link Unavailable} what finds no answer.
     *
     * @param limit for all attempts together; an attempt asks {@link #left}
     * @param repeatable whether the same call twice is like once
     */
    @Nullable Object call(Duration limit, boolean repeatable, Callable<@Nullable Object> attempt)
            throws Exception {
        budget.called();
        try {
            return bulkhead.executeCallable(() -> attempts(limit, repeatable, attempt));
        } catch (BulkheadFullException | CallNotPermittedException notTried) {
            throw new Unavailable(owner, notTried);
        } catch (Unanswered failed) {
            throw new Unavailable(owner, failed);
        }
    }

    private @Nullable Object attempts(
            Duration limit, boolean repeatable, Callable<@Nullable Object> attempt)
            throws Exception {
        var begun = System.nanoTime();
        var pause = FIRST_PAUSE;
        for (var n = 1; ; n++) {
            var left = limit.minusNanos(System.nanoTime() - begun);
            try {
                return ScopedValue.where(LEFT, left).call(() -> breaker.executeCallable(attempt));
            } catch (Unanswered failed) {
                var soFar = Duration.ofNanos(System.nanoTime() - begun).plus(pause);
                if (n == ATTEMPTS
                        || !repeatable
                        || !failed.mayPass()
                        || soFar.compareTo(REPEATED_WITHIN) > 0
                        || soFar.compareTo(limit) >= 0
                        || !budget.take()) {
                    throw failed;
                }
                LOG.debug("{} {} is tried again", owner, contract, failed);
            }
            rest(pause);
            pause = pause.multipliedBy(4);
        }
    }

    /** At most so long, at least half of it: those who failed together are not to come together. */
    private static void rest(Duration most) {
        var nanos = most.toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos));
    }

    /** How long the attempt under way on this thread may still take. */
    static Duration left() {
        return LEFT.get();
    }

    Reach reach() {
        return new Reach(owner, contract, breaker.getState().name(), underWay());
    }

    private int underWay() {
        var metrics = bulkhead.getMetrics();
        return metrics.getMaxAllowedConcurrentCalls() - metrics.getAvailableConcurrentCalls();
    }

    void show(MeterRegistry registry) {
        var tags = Tags.of("owner", owner, "contract", contract);
        registry.gauge(
                "jium.breaker.open", tags, breaker, now -> now.getState() == State.CLOSED ? 0 : 1);
        registry.gauge("jium.calls.under.way", tags, this, Guard::underWay);
    }
}
