package io.jium.platform.host;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.RedisAway;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hints between parts of this process, and with Redis of all processes, that something on disk has
 * changed, so that a cache need not wait for its next look. A lost hint costs freshness, never
 * correctness. Thread-safe.
 */
public final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String CHANNEL = "jium:sites";

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable Redis redis;

    Announcements(@Nullable Redis redis) {
        this.redis = redis;
        if (redis != null) {
            redis.onMessage(CHANNEL, this::pass);
        }
    }

    /** Hears the host names whose published site has changed. */
    public void onSiteChanged(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * @param host name of the site, lower case, without a port
     */
    public void siteChanged(String host) {
        pass(host);
        if (redis != null) {
            try {
                redis.ask(commands -> commands.publish(CHANNEL, host));
            } catch (RedisAway away) {
                LOG.debug("Other processes see {} a moment later", host, away);
            }
        }
    }

    private void pass(String host) {
        listeners.forEach(listener -> listener.accept(host));
    }
}
