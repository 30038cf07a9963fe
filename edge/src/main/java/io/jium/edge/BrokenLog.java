package io.jium.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, not a thousand times a second, that something of a release is broken. */
final class BrokenLog {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeHandler.class);

    private final Cache<String, Boolean> said =
            Caffeine.newBuilder()
                    .executor(Runnable::run)
                    .maximumSize(1000)
                    .expireAfterWrite(Duration.ofHours(1))
                    .build();

    void report(BrokenRelease broken) {
        var message = String.valueOf(broken.getMessage());
        if (said.asMap().putIfAbsent(message, true) == null) {
            LOG.error("A published site cannot be served: {}", message, broken.getCause());
        }
    }
}
