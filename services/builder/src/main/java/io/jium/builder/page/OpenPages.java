package io.jium.builder.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pages that are being edited, so that a change of one word needs not read all of it. Whoever takes
 * one has it alone and puts it back when what he did is committed; what is lost on the way is read
 * anew. Thread-safe.
 */
@Component
class OpenPages {

    /** Of JSON; in memory it is about twelve times as much. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Cache<Long, OpenPage> pages =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Long id, OpenPage page) -> page.bytes())
                    .expireAfterAccess(IDLE)
                    .executor(Runnable::run)
                    .build();

    /** The page at this version. */
    Optional<OpenPage> take(long id, long version) {
        return Optional.ofNullable(pages.asMap().remove(id))
                .filter(page -> page.version() == version);
    }

    void putBack(long id, OpenPage page) {
        pages.put(id, page);
    }
}
