package io.jium.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.platform.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    @Test
    void hashesWithArgon2id() {
        var passwords = new Passwords();
        var hash = passwords.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct house", hash)).isFalse();
        assertThat(passwords.matches("", Passwords.NOBODYS)).isFalse();
        passwords.destroy();
    }

    @Test
    void neverHashesMoreAtOnceThanAllowedAndRefusesWhatDoesNotFitTheQueue() throws Exception {
        var encoder = new Held();
        var passwords = new Passwords(encoder, 2, Duration.ofSeconds(30));
        var results = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 200; i++) {
                results.add(threads.submit(() -> passwords.matches("x", "x")));
            }
            encoder.begun.await();
            while (results.stream().filter(Future::isDone).count() < 200 - 2 - 64) {
                Thread.onSpinWait();
            }
            encoder.go.release(200);
        }
        assertThat(encoder.most.get()).isEqualTo(2);
        assertThat(results.stream().filter(PasswordsTest::succeeded)).hasSize(66);
        assertThat(results.stream().filter(result -> !succeeded(result)))
                .hasSize(134)
                .allSatisfy(
                        result -> assertThat(result.exceptionNow()).isInstanceOf(Refusal.class));
        passwords.destroy();
    }

    private static boolean succeeded(Future<Boolean> result) {
        return result.state() == Future.State.SUCCESS;
    }

    @Test
    void whoWaitsTooLongForATurnIsRefusedAndWhoHasBegunIsNot() throws Exception {
        var encoder = new Held();
        var passwords = new Passwords(encoder, 1, Duration.ofMillis(20));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = threads.submit(() -> passwords.matches("x", "x"));
            while (encoder.most.get() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> passwords.matches("x", "x"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status().value()).isEqualTo(429));
            encoder.go.release();
            assertThat(begun.get()).isTrue();
        }
        passwords.destroy();
    }

    /** Hashes only when it is let, and counts. */
    private static final class Held implements PasswordEncoder {

        final Semaphore go = new Semaphore(0);
        final CountDownLatch begun = new CountDownLatch(2);
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            begun.countDown();
            go.acquireUninterruptibly();
            now.decrementAndGet();
            return true;
        }
    }
}
