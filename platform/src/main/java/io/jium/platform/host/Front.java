package io.jium.platform.host;

import org.eclipse.jetty.server.Handler;

/** Something that stands before the services at the public port, on Jetty's own handlers. */
@FunctionalInterface
public interface Front {

    /** Wraps the rest of the process: what this handler does not answer goes on to {@code next}. */
    Handler before(Handler next, HostSettings settings, Announcements announcements);
}
