package io.jium.platform.host;

import io.jium.platform.problem.Problems;
import io.jium.platform.redis.Redis;
import io.jium.platform.security.PublishedKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Something that stands before the services at the public port, on Jetty's own handlers. */
public interface Front {

    /** The part of the program it belongs to, as {@code JIUM_RUN} names it. */
    String part();

    /** Settings records it reads. */
    default List<Class<? extends Record>> settings() {
        return List.of();
    }

    /** Wraps the rest of the process: what this handler does not answer goes on to {@code next}. */
    Handler before(Handler next, Surroundings here);

    /**
     * What a front may use of its process.
     *
     * @param services names of all services of the program
     * @param local those that run in this process
     * @param redis when the installation has one
     */
    record Surroundings(
            HostSettings process,
            Map<Class<? extends Record>, Record> settings,
            List<String> services,
            Set<String> local,
            Announcements announcements,
            PublishedKeys keys,
            @Nullable Redis redis,
            Problems problems,
            JsonMapper json,
            Clock clock) {

        /** One of the records that the front has named. */
        public <T extends Record> T settings(Class<T> type) {
            return type.cast(Objects.requireNonNull(settings.get(type)));
        }
    }
}
