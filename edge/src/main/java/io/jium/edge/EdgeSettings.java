package io.jium.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What the edge is told.
 *
 * @param sites the root that the deploy service writes
 * @param sitesDomain every name below it is a site's, never the console's
 * @param cacheBytes memory for bodies and manifests together
 * @param maxHosts names remembered, about 500 bytes each
 * @param recheck how long a name is trusted before its file is looked at again
 */
public record EdgeSettings(
        Path sites, String sitesDomain, long cacheBytes, int maxHosts, Duration recheck) {

    private static final long SMALLEST_CACHE = 1 << 20;

    public EdgeSettings {
        sitesDomain = sitesDomain.toLowerCase(Locale.ROOT);
        if (sitesDomain.isEmpty() || sitesDomain.startsWith(".") || sitesDomain.endsWith(".")) {
            throw new IllegalArgumentException("not a sites domain: '" + sitesDomain + "'");
        }
        if (cacheBytes < SMALLEST_CACHE) {
            throw new IllegalArgumentException("the edge needs at least 1 MiB of cache");
        }
        if (maxHosts < 1 || !recheck.isPositive()) {
            throw new IllegalArgumentException("maxHosts and recheck must be positive");
        }
    }

    public static EdgeSettings of(Path sites, String sitesDomain) {
        return new EdgeSettings(sites, sitesDomain, 64L << 20, 20_000, Duration.ofSeconds(1));
    }

    /** Manifests get a quarter: a site's is a few kilobytes, its pages tens of them. */
    long manifestCacheBytes() {
        return cacheBytes / 4;
    }

    long bodyCacheBytes() {
        return cacheBytes - manifestCacheBytes();
    }

    /** A larger file is streamed from disk, so that one video cannot push out a thousand pages. */
    long largestCachedBody() {
        return Math.min(1 << 20, bodyCacheBytes() / 32);
    }
}
