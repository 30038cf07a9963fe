package io.jium.edge;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A blob's bytes in memory. One that is asked for again and again moves outside the heap, from
 * where a socket takes it without another copy (a tenth of a page's cost).
 */
final class Body {

    private static final int HITS_OF_THE_POPULAR = 16;

    private volatile ByteBuffer bytes;

    // Written by many threads without order: it only has to become large some time.
    private int hits;

    Body(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    int length() {
        return bytes.capacity();
    }

    /** The caller's own view. */
    ByteBuffer view(OffHeap offHeap) {
        var current = bytes;
        if (!current.isDirect() && ++hits == HITS_OF_THE_POPULAR) {
            current = offHeap.copy(current);
            bytes = current;
        }
        return current.duplicate();
    }

    /**
     * Memory outside the heap, never more than its limit: what was let go counts until the garbage
     * collector has freed it, so a cache in which everything changes cannot run ahead of it.
     */
    static final class OffHeap {

        private static final Cleaner CLEANER = Cleaner.create();

        private final AtomicLong used = new AtomicLong();
        private final long limit;

        OffHeap(long limit) {
            this.limit = limit;
        }

        /** A copy outside the heap, or what was given when there is no room. */
        ByteBuffer copy(ByteBuffer bytes) {
            int length = bytes.capacity();
            if (used.addAndGet(length) > limit) {
                used.addAndGet(-length);
                return bytes;
            }
            var copy = ByteBuffer.allocateDirect(length).put(bytes.duplicate()).flip();
            // Views keep the buffer they were made of alive, so this one is the one to watch.
            var _ = CLEANER.register(copy, () -> used.addAndGet(-length));
            return copy.asReadOnlyBuffer();
        }
    }
}
