package io.jium.auth.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.contracts.auth.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether a session may be used: asked on every request of every service, so answered from memory
 * for up to a second. Changes made in this process count at once: every answer carries the count of
 * changes that was current before it was read, and is worth nothing when there has been one since.
 * (An eviction alone would miss an answer that is being read at that moment.) Thread-safe.
 */
@RestController
class Standings implements Sessions {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final int REMEMBERED = 100_000;
    private static final int STRIPES = 256;

    private final OpenSessions sessions;
    private final Clock clock;
    private final AtomicLongArray changes = new AtomicLongArray(STRIPES);
    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(TRUSTED).build();
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();

    Standings(OpenSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Standing standing(long sid) {
        var now = clock.instant();
        var before = changes.get(stripe(sid));
        var answer = known.getIfPresent(sid);
        if (answer == null || answer.changes != before) {
            answer = read(sid, before);
            known.put(sid, answer);
            if (answer.state == State.LIVE) {
                seen.put(sid, now);
            }
        }
        return new Standing(answer.expiresAt.isAfter(now) ? answer.state : State.ENDED);
    }

    private Known read(long sid, long before) {
        return sessions.holder(sid)
                .map(holder ->
                        new Known(
                                holder.mayWork() ? State.LIVE : State.SUSPENDED,
                                holder.expiresAt(),
                                before))
                .orElseGet(() -> new Known(State.ENDED, Instant.MAX, before));
    }

    /** The session has changed, and that is committed. */
    void changed(long sid) {
        changes.incrementAndGet(stripe(sid));
    }

    /** Some sessions have changed, and that is committed. */
    void changed() {
        for (var stripe = 0; stripe < STRIPES; stripe++) {
            changes.incrementAndGet(stripe);
        }
    }

    /** When sessions were last used, since this was last asked. */
    Map<Long, Instant> takeSeen() {
        var taken = Map.copyOf(seen);
        taken.forEach(seen::remove);
        return taken;
    }

    private static int stripe(long sid) {
        return Math.floorMod(Long.hashCode(sid), STRIPES);
    }

    private record Known(State state, Instant expiresAt, long changes) {}
}
