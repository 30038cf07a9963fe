package io.jium.builder.asset;

import io.jium.platform.problem.Unavailable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where uploads are decoded and written anew: on threads of its own, since native code holds the
 * thread it runs on, and few, since each needs memory for its pixels. Thread-safe.
 */
@Component
class PictureWork implements DisposableBean {

    private static final int WAITING = 64;

    /** What a thread needs for the largest picture. */
    private static final long HEAP_EACH = 192L << 20;

    private final ThreadPoolExecutor threads;

    PictureWork() {
        var machine = Runtime.getRuntime();
        int byMemory = (int) (machine.maxMemory() / HEAP_EACH);
        int count = Math.clamp(Math.min(machine.availableProcessors() / 2, byMemory), 1, 8);
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("pictures-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does it when it is its turn; refuses with 503 when too many wait. */
    <T> T done(Supplier<T> work) {
        try {
            return threads.submit(work::get).get();
        } catch (RejectedExecutionException tooMany) {
            throw new Unavailable();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException("A picture could not be worked on", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        threads.close();
    }
}
