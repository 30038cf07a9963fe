package io.jium.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * What a host name leads to.
 *
 * @param releaseId the live release; 0 when there is none, which only an offline site may say
 * @param canonicalHost the name visitors should see instead; null when it is this one
 */
public record SiteAddress(
        long serviceId, long releaseId, State state, @Nullable String canonicalHost) {

    public enum State {
        LIVE,
        SUSPENDED,
        OFFLINE
    }
}
