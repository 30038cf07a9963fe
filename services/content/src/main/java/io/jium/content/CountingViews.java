package io.jium.content;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts how often posts are read, in memory for a moment: a reader must not cost a write to disk.
 * What a crash loses are the views of the last seconds. Thread-safe.
 */
@Component
class CountingViews implements DisposableBean {

    private final Posts posts;
    private Map<Long, Integer> views = new HashMap<>();

    CountingViews(Posts posts) {
        this.posts = posts;
    }

    synchronized void seen(long postId) {
        views.merge(postId, 1, Integer::sum);
    }

    @Scheduled(fixedDelay = 2_000)
    void write() {
        // One by one: a transaction over many posts would meet others in deadlocks.
        taken().forEach(posts::addViews);
    }

    private synchronized Map<Long, Integer> taken() {
        var taken = views;
        views = new HashMap<>();
        return taken;
    }

    @Override
    public void destroy() {
        write();
    }
}
