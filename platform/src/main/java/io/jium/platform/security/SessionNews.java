package io.jium.platform.security;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.RedisAway;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all processes through Redis that a session has changed, so that none has to wait until what
 * it remembers is too old. Lost news costs that wait, nothing else. Thread-safe.
 */
public final class SessionNews {

    private static final Logger LOG = LoggerFactory.getLogger(SessionNews.class);
    private static final String CHANNEL = "jium:sessions";
    private static final String ALL = "*";

    private final Redis redis;

    public SessionNews(Redis redis) {
        this.redis = redis;
    }

    /** The session has changed, and that is committed. */
    public void changed(long sid) {
        try {
            // Who hears the news must not find it again.
            redis.ask(commands -> commands.del(key(sid)));
        } catch (RedisAway away) {
            LOG.debug("It is remembered a moment longer", away);
        }
        tell(Long.toString(sid));
    }

    /** Any session may have changed, and that is committed. */
    public void changed() {
        tell(ALL);
    }

    /** Under which the state of a session is remembered for all. */
    static String key(long sid) {
        return "jium:session:{%d}".formatted(sid);
    }

    private void tell(String which) {
        try {
            redis.ask(commands -> commands.publish(CHANNEL, which));
        } catch (RedisAway away) {
            LOG.debug("Others learn of a changed session a moment later", away);
        }
    }

    /** Hears of changes in this and all other processes. */
    public void onChange(LongConsumer one, Runnable all) {
        redis.onMessage(
                CHANNEL,
                which -> {
                    if (which.equals(ALL)) {
                        all.run();
                    } else {
                        one.accept(Long.parseLong(which));
                    }
                });
    }
}
