package io.jium.edge;

import io.jium.contracts.release.SiteAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a host name: all of it replaced at once, so that a request sees one release.
 *
 * @param address null when the name has no file
 * @param broken the file is there and cannot be understood
 * @param earlier releases this name showed a moment ago, newest first
 */
record KnownHost(@Nullable SiteAddress address, boolean broken, List<Earlier> earlier) {

    static final KnownHost ABSENT = new KnownHost(null, false, List.of());

    /** Enough for somebody who publishes every other minute while visitors read. */
    private static final int MOST_EARLIER = 4;

    /**
     * A release whose pages visitors may still have open.
     *
     * @param until ticker time after which it is forgotten
     */
    record Earlier(long releaseId, long until) {}

    boolean isSite() {
        return address != null || broken;
    }

    /** What follows on this: with this one's release remembered if it was another of the site. */
    KnownHost followedBy(@Nullable SiteAddress next, boolean nextBroken, long until) {
        var last = address;
        if (last == null || next == null || last.serviceId() != next.serviceId()) {
            return new KnownHost(next, nextBroken, List.of());
        }
        if (last.releaseId() == next.releaseId() || last.releaseId() == 0) {
            return new KnownHost(next, nextBroken, earlier);
        }
        var kept =
                Stream.concat(Stream.of(new Earlier(last.releaseId(), until)), earlier.stream())
                        .filter(release -> release.releaseId() != next.releaseId())
                        .limit(MOST_EARLIER)
                        .toList();
        return new KnownHost(next, nextBroken, kept);
    }
}
