package io.jium.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * What a host name leads to.
 *
 * @param releaseId the live release; 0 when there is none, which a live site may not say
 * @param canonicalHost the name visitors should see instead; null when it is this one
 */
public record SiteAddress(
        long serviceId, long releaseId, State state, @Nullable String canonicalHost) {

    public enum State {
        LIVE,
        SUSPENDED,
        /** Being worked on; visitors are to come back later. */
        MAINTENANCE,
        OFFLINE
    }
}
