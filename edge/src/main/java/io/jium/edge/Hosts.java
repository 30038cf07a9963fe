package io.jium.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.jium.contracts.release.SiteAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Host names and the files they lead to. A name in use is looked at again in the background twice
 * per recheck interval; one that was not asked for in that time is looked at before it is answered.
 * So a publish shows within the interval, whoever did it.
 */
final class Hosts implements AutoCloseable {

    private static final long KEEP_EARLIER = Duration.ofMinutes(10).toNanos();

    private final ReleaseFiles files;
    private final BrokenLog log;
    private final Ticker ticker;
    private final long trusted;
    private final Cache<String, Entry> entries;
    private final Queue<Entry> aging = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("edge-hosts").factory());

    Hosts(ReleaseFiles files, EdgeSettings settings, BrokenLog log, Ticker ticker) {
        this.files = files;
        this.log = log;
        this.ticker = ticker;
        this.trusted = settings.recheck().toNanos();
        this.entries =
                Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumSize(settings.maxHosts())
                        .build();
    }

    /** What is known without touching the disk, or null when the disk has to be asked. */
    @Nullable KnownHost known(String host) {
        var entry = entries.getIfPresent(host);
        if (entry == null) {
            return null;
        }
        long age = ticker.read() - entry.checkedAt;
        if (age >= trusted) {
            return null;
        }
        if (age >= trusted / 2 && !entry.queued && !background.isShutdown()) {
            entry.queued = true;
            aging.add(entry);
            scheduleRecheck();
        }
        return entry.known;
    }

    /** Asks the disk if need be. The name is in its one spelling. */
    KnownHost find(String host) {
        var known = known(host);
        if (known != null) {
            return known;
        }
        var entry = entries.get(host, name -> new Entry(files.addressPath(name)));
        recheck(entry, false);
        return entry.known;
    }

    /** The next request asks the disk. */
    void evict(String host) {
        var entry = entries.getIfPresent(host);
        if (entry != null) {
            // Behind a look that is under way, which may have come too early.
            synchronized (entry) {
                entry.checkedAt = ticker.read() - trusted;
            }
        }
    }

    long now() {
        return ticker.read();
    }

    private void scheduleRecheck() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                var _ = background.schedule(this::recheckAging, trusted / 20, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // Closing: the names will simply be looked at before they are answered.
                scheduled.set(false);
            }
        }
    }

    private void recheckAging() {
        scheduled.set(false);
        for (var entry = aging.poll(); entry != null; entry = aging.poll()) {
            entry.queued = false;
            recheck(entry, true);
        }
    }

    private void recheck(Entry entry, boolean early) {
        synchronized (entry) {
            long now = ticker.read();
            if (now - entry.checkedAt < (early ? trusted / 2 : trusted)) {
                return;
            }
            var stamp = stamp(entry.file);
            if (entry.known.broken() || !Objects.equals(stamp, entry.stamp)) {
                entry.known = read(entry, stamp, now + KEEP_EARLIER);
                entry.stamp = stamp;
            }
            // The time before the look: what changed during it must be seen by the next one.
            entry.checkedAt = now;
        }
    }

    private KnownHost read(Entry entry, @Nullable Stamp stamp, long until) {
        if (stamp == null) {
            return KnownHost.ABSENT;
        }
        SiteAddress address = null;
        try {
            address = files.address(entry.file);
        } catch (BrokenRelease e) {
            log.report(e);
        }
        return entry.known.followedBy(address, address == null, until);
    }

    private @Nullable Stamp stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        } catch (IOException e) {
            log.report(new BrokenRelease(file + " cannot be looked at", e));
            return Stamp.UNKNOWN;
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    /** Tells one version of a file from the next; a rename brings another inode. */
    private record Stamp(@Nullable Object fileKey, FileTime modified, long bytes) {
        static final Stamp UNKNOWN = new Stamp(null, FileTime.fromMillis(0), -1);
    }

    private final class Entry {
        final Path file;
        volatile KnownHost known = KnownHost.ABSENT;
        volatile long checkedAt = ticker.read() - trusted;
        volatile boolean queued;
        @Nullable Stamp stamp;

        Entry(Path file) {
            this.file = file;
        }
    }
}
