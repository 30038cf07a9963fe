package io.jium.platform.redis;

import org.jspecify.annotations.Nullable;

/** Redis did not answer, or not in time. Whoever asked has another way. */
public final class RedisAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is in Redis is of no use. */
    public RedisAway(String message) {
        this(message, null);
    }

    RedisAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
