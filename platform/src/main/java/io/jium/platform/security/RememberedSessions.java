package io.jium.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.redis.Redis;
import io.jium.platform.redis.RedisAway;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the auth service has said of sessions, remembered in processes that must ask it over HTTP:
 * here, and in Redis for all of them. Only while Redis brings the news of changes, and never for
 * longer than half a second after the question: so a revoked session is dead at once, and within a
 * second if news is lost (auth itself remembers for less than the other half). While Redis is away,
 * auth is asked each time. When auth is away and nothing is remembered, nobody gets in.
 * Thread-safe.
 */
public final class RememberedSessions implements Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedSessions.class);
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int MOST = 100_000;
    private static final int STRIPES = 256;

    private final Sessions auth;
    private final Redis redis;
    private final AtomicLongArray changes = new AtomicLongArray(STRIPES);
    private final Cache<Long, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    public RememberedSessions(Sessions auth, Redis redis) {
        this.auth = auth;
        this.redis = redis;
        new SessionNews(redis).onChange(this::forget, this::forgetAll);
    }

    /**
     * @param until in terms of {@link System#nanoTime}
     * @param changes how many there had been when it was asked for
     */
    private record Answer(State state, long until, long changes) {}

    @Override
    public Standing standing(long sid) {
        if (!redis.isReached()) {
            return auth.standing(sid);
        }
        var before = changes.get(stripe(sid));
        var answer = answers.getIfPresent(sid);
        if (answer == null || answer.changes != before || answer.until - System.nanoTime() <= 0) {
            answer = learn(sid, before);
            answers.put(sid, answer);
        }
        return new Standing(answer.state);
    }

    private Answer learn(long sid, long before) {
        var shared = shared(sid, before);
        if (shared != null) {
            return shared;
        }
        var until = System.nanoTime() + REMEMBERED.toNanos();
        var answer = new Answer(auth.standing(sid).state(), until, before);
        share(sid, answer);
        return answer;
    }

    private @Nullable Answer shared(long sid, long before) {
        try {
            var asked = System.nanoTime();
            // Time first: between the two it can only become shorter.
            var left = redis.<Long>ask(commands -> commands.pttl(SessionNews.key(sid)));
            var state =
                    left > 0
                            ? redis.<String>ask(commands -> commands.get(SessionNews.key(sid)))
                            : null;
            return state == null
                    ? null
                    : new Answer(
                            State.valueOf(state),
                            asked + Duration.ofMillis(left).toNanos(),
                            before);
        } catch (RedisAway away) {
            LOG.debug("Auth is asked itself", away);
            return null;
        }
    }

    private void share(long sid, Answer answer) {
        var left = Duration.ofNanos(answer.until - System.nanoTime()).toMillis();
        if (left <= 0) {
            return;
        }
        try {
            redis.<String>ask(commands ->
                    commands.set(
                            SessionNews.key(sid), answer.state.name(), SetArgs.Builder.px(left)));
        } catch (RedisAway away) {
            LOG.debug("Others ask auth themselves", away);
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

    private static int stripe(long sid) {
        return Math.floorMod(Long.hashCode(sid), STRIPES);
    }
}
