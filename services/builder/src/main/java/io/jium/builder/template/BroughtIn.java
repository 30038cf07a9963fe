package io.jium.builder.template;

import io.jium.platform.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Whether this process has brought its templates in. Whoever asks for templates waits for it. */
@Component
class BroughtIn {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    void complete() {
        done.complete(null);
    }

    void fail(RuntimeException why) {
        done.completeExceptionally(why);
    }

    /** Returns once they are there; refuses with 503 when they do not come. */
    void await() {
        if (done.isDone() && !done.isCompletedExceptionally()) {
            return;
        }
        try {
            done.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException missing) {
            throw new Unavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable();
        }
    }
}
