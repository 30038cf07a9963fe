package io.jium.gateway;

import java.time.Duration;

/**
 * A number of requests in a window; windows follow each other without gaps from 1970 on, UTC.
 *
 * @param name as Kong's headers write it
 */
record Quota(String name, Duration window, long most) {

    /** When the window began in which this moment lies, both in milliseconds since 1970. */
    long begin(long now) {
        return now - Math.floorMod(now, window.toMillis());
    }
}
