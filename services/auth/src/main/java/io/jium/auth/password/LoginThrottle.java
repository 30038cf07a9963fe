package io.jium.auth.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow without giving anybody the means to lock out somebody else. Failures count
 * for (account, network) and for the network: each failure beyond a few doubles the time for which
 * further tries from there are refused. Failures of an account from all over the world only delay
 * tries from networks it has never been used from; they refuse nothing.
 *
 * <p>The counters are in memory, bounded and forgotten after an hour: a guess costs a hash already,
 * it shall not cost a write too. Each process counts for itself, so n processes allow n times the
 * guesses. Thread-safe.
 */
@Component
public class LoginThrottle {

    private static final int COUNTED = 50_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(15);
    private static final int FREE_FOR_A_PAIR = 5;
    private static final int FREE_FOR_A_NETWORK = 100;
    private static final int FREE_FOR_AN_ACCOUNT = 10;
    private static final Duration BRAKE = Duration.ofSeconds(1);
    private static final int BRAKED_AT_ONCE = 500;

    private final Cache<Pair, Failures> pairs;
    private final Cache<String, Failures> networks;
    private final Cache<String, Failures> accounts;
    private final Semaphore braked = new Semaphore(BRAKED_AT_ONCE);
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
        this.pairs = counters(clock);
        this.networks = counters(clock);
        this.accounts = counters(clock);
    }

    private static <K> Cache<K, Failures> counters(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(COUNTED)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /**
     * Lets a try pass, at once or braked, or refuses it with 429.
     *
     * @param known whether the account was used from this network before
     */
    public void admit(String email, String network, boolean known) {
        refuseUntilDue(pairs.getIfPresent(new Pair(email, network)));
        if (known) {
            return;
        }
        refuseUntilDue(networks.getIfPresent(network));
        var everywhere = accounts.getIfPresent(email);
        if (everywhere != null && everywhere.count >= FREE_FOR_AN_ACCOUNT) {
            brake();
        }
    }

    /** Counts a wrong password, or one for an account that does not exist. */
    public void failed(String email, String network) {
        var now = clock.instant();
        pairs.asMap()
                .compute(
                        new Pair(email, network),
                        (pair, before) -> Failures.oneMore(before, FREE_FOR_A_PAIR, now));
        networks.asMap()
                .compute(
                        network,
                        (key, before) -> Failures.oneMore(before, FREE_FOR_A_NETWORK, now));
        accounts.asMap()
                .compute(
                        email, (key, before) -> Failures.oneMore(before, FREE_FOR_AN_ACCOUNT, now));
    }

    /** Forgets the failures of this account from here; those of the network stay. */
    public void succeeded(String email, String network) {
        pairs.invalidate(new Pair(email, network));
    }

    private void refuseUntilDue(@Nullable Failures failures) {
        if (failures == null) {
            return;
        }
        var left = Duration.between(clock.instant(), failures.refusedUntil);
        if (left.isPositive()) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests")
                    .header("Retry-After", Long.toString(left.plusMillis(999).toSeconds()));
        }
    }

    /** Waits; when too many wait already, passes at once rather than keep threads. */
    private void brake() {
        if (!braked.tryAcquire()) {
            return;
        }
        try {
            Thread.sleep(BRAKE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            braked.release();
        }
    }

    private record Pair(String email, String network) {}

    private record Failures(int count, Instant refusedUntil) {

        private static final int MOST_DOUBLINGS = 20;

        static Failures oneMore(@Nullable Failures before, int free, Instant now) {
            var count = before == null ? 1 : before.count + 1;
            if (count < free) {
                return new Failures(count, now);
            }
            var refusal = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
            return new Failures(
                    count,
                    now.plus(refusal.compareTo(LONGEST_REFUSAL) > 0 ? LONGEST_REFUSAL : refusal));
        }
    }
}
