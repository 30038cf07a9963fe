package io.jium.platform.redis;

import org.jspecify.annotations.Nullable;

/** Redis did not answer, or not in time. Whoever asked has another way. */
public final class RedisAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    RedisAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
