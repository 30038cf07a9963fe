package io.jium.platform.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hints between parts of one process that something on disk has changed, so that a cache need not
 * wait for its next look. A lost hint costs freshness, never correctness. Thread-safe.
 */
public final class Announcements {

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Hears the host names whose published site has changed. */
    public void onSiteChanged(Consumer<String> listener) {
        listeners.add(listener);
    }

    /**
     * @param host name of the site, lower case, without a port
     */
    public void siteChanged(String host) {
        listeners.forEach(listener -> listener.accept(host));
    }
}
