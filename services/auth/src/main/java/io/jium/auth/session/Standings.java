package io.jium.auth.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.redis.Redis;
import io.jium.platform.security.RememberedSessions;
import io.jium.platform.security.SessionNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether a session may be used: asked on every request of every service, so answered from memory
 * for a moment. Changes made in this process count at once: every answer carries the count of
 * changes that was current before it was read, and is worth nothing when there has been one since.
 * (An eviction alone would miss an answer that is being read at that moment.) Thread-safe.
 */
@RestController
class Standings implements Sessions {

    /** With what others remember, below a second: {@link RememberedSessions}. */
    private static final Duration TRUSTED = Duration.ofMillis(400);

    private static final int REMEMBERED = 100_000;
    private static final int STRIPES = 256;

    private final OpenSessions sessions;
    private final @Nullable SessionNews news;
    private final Clock clock;
    private final AtomicLongArray changes = new AtomicLongArray(STRIPES);
    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(TRUSTED).build();
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();

    Standings(OpenSessions sessions, Clock clock, Optional<Redis> redis) {
        this.sessions = sessions;
        this.clock = clock;
        this.news = redis.map(SessionNews::new).orElse(null);
        if (news != null) {
            news.onChange(this::forget, this::forgetAll);
        }
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
        forget(sid);
        if (news != null) {
            news.changed(sid);
        }
    }

    /** Some sessions have changed, and that is committed. */
    void changed() {
        forgetAll();
        if (news != null) {
            news.changed();
        }
    }

    private void forget(long sid) {
        changes.incrementAndGet(stripe(sid));
    }

    private void forgetAll() {
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
