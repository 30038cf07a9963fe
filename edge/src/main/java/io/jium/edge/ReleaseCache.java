package io.jium.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Manifests and bodies in memory, within their bytes. Both are named for ever by what they hold (a
 * release's id, a hash), so nothing in here can be out of date.
 */
final class ReleaseCache {

    private static final int PER_ENTRY = 250;

    private final ReleaseFiles files;
    private final Cache<ReleaseId, Release> releases;
    private final Cache<String, Body> bodies;
    private final Body.OffHeap offHeap;
    private final long largestBody;

    ReleaseCache(ReleaseFiles files, EdgeSettings settings) {
        this.files = files;
        this.offHeap = new Body.OffHeap(settings.bodyCacheBytes());
        this.largestBody = settings.largestCachedBody();
        // Maintenance on the caller's thread: waking a pool's costs more than the work itself.
        this.releases =
                Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumWeight(settings.manifestCacheBytes())
                        .weigher((ReleaseId id, Release release) -> release.weight())
                        .build();
        this.bodies =
                Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumWeight(settings.bodyCacheBytes())
                        .weigher((String hash, Body body) -> body.length() + PER_ENTRY)
                        .build();
    }

    boolean holds(Representation form) {
        return form.bytes() <= largestBody;
    }

    /** Null when it would have to be read from disk and the caller may not block. */
    @Nullable Release release(long serviceId, long releaseId, boolean mayBlock)
            throws BrokenRelease {
        var id = new ReleaseId(serviceId, releaseId);
        var known = releases.getIfPresent(id);
        if (known != null || !mayBlock) {
            return known;
        }
        // Two threads may load the same release; a lock would make a crowd wait behind the disk.
        var loaded = Release.of(files.manifest(serviceId, releaseId));
        releases.put(id, loaded);
        return loaded;
    }

    /** As {@link #release}; the buffer is the caller's own view. */
    @Nullable ByteBuffer body(Representation form, boolean mayBlock) throws BrokenRelease {
        var known = bodies.getIfPresent(form.sha256());
        if (known == null && mayBlock) {
            known = new Body(files.blob(form.sha256(), form.bytes()));
            bodies.put(form.sha256(), known);
        }
        return known == null ? null : known.view(offHeap);
    }

    private record ReleaseId(long serviceId, long releaseId) {}
}
