package io.jium.auth.password;

import io.jium.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id, at most as many at once as there are processors less
 * one, so that a storm of logins leaves room for everything else. Who comes when the queue is full,
 * or waits too long, is refused with 429. Works on platform threads: the hashing of one would hold
 * a virtual thread's carrier from all others. Thread-safe.
 */
@Component
public class Passwords implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int WAITING_EACH = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** A hash that no password has, to be checked when there is no account. */
    public static final String NOBODYS =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                    .formatted(MEMORY_KIB, ITERATIONS, base64(SALT_BYTES), base64(HASH_BYTES));

    private final PasswordEncoder encoder;
    private final Duration patience;
    private final ThreadPoolExecutor pool;

    Passwords() {
        this(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                PATIENCE);
    }

    /**
     * @param atOnce how many are hashed at the same time
     * @param patience the longest wait for a turn and its end
     */
    Passwords(PasswordEncoder encoder, int atOnce, Duration patience) {
        this.encoder = encoder;
        this.patience = patience;
        this.pool =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(atOnce * WAITING_EACH),
                        Thread.ofPlatform().daemon().name("passwords-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
    }

    /** What to store of a password. */
    public String hash(String password) {
        return turn(() -> encoder.encode(canonical(password)));
    }

    /** Whether this is the password that was hashed; takes equally long either way. */
    public boolean matches(String password, String hash) {
        return turn(() -> encoder.matches(canonical(password), hash));
    }

    private <T> T turn(Callable<T> hashing) {
        var task = new FutureTask<>(hashing);
        try {
            pool.execute(task);
            return waitFor(task);
        } catch (RejectedExecutionException full) {
            throw busy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            task.cancel(false);
            throw busy();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A password cannot be hashed", broken.getCause());
        }
    }

    /** Patience is for the turn; what has begun is waited for, however slow a cold machine is. */
    private <T> T waitFor(FutureTask<T> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            if (pool.remove(task)) {
                throw busy();
            }
            return task.get();
        }
    }

    private static Refusal busy() {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests")
                .header("Retry-After", RETRY_AFTER_SECONDS);
    }

    /**
     * Keyboards compose Hangul and accents differently; the same text is the same password. Halves
     * of characters, which nobody can choose, become question marks: they have no bytes.
     */
    private static String canonical(String password) {
        var composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return new String(composed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String base64(int zeroes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[zeroes]);
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
