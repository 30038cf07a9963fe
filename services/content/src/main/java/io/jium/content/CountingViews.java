package io.jium.content;

import java.util.Map;
import java.util.TreeMap;
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
    private Map<Long, Integer> views = new TreeMap<>();

    CountingViews(Posts posts) {
        this.posts = posts;
    }

    synchronized void seen(long postId) {
        views.merge(postId, 1, Integer::sum);
    }

    @Scheduled(fixedDelay = 2_000)
    void write() {
        var counted = taken();
        if (!counted.isEmpty()) {
            posts.addViews(counted);
        }
    }

    private synchronized Map<Long, Integer> taken() {
        var taken = views;
        views = new TreeMap<>();
        return taken;
    }

    @Override
    public void destroy() {
        write();
    }
}
