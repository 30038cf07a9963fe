package io.jium.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.platform.problem.Refusal;
import io.jium.platform.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";
    private static final String ANN = "ann@example.com";
    private static final String BOB = "bob@example.com";

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void theWaitDoublesWithEachFailureUpToAQuarterOfAnHour() {
        fail(ANN, HERE, 4);
        admits(ANN, HERE, false);
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            fail(ANN, HERE, 1);
            refuses(ANN, HERE, false);
            clock.advance(Duration.ofSeconds(seconds).minusMillis(500));
            refuses(ANN, HERE, false);
            clock.advance(Duration.ofMillis(600));
            admits(ANN, HERE, true);
        }
    }

    @Test
    void failuresAreForgottenAfterAnHourAndAfterASuccess() {
        fail(ANN, HERE, 7);
        refuses(ANN, HERE, false);
        clock.advance(Duration.ofMinutes(61));
        admits(ANN, HERE, false);
        fail(ANN, HERE, 4);
        throttle.succeeded(ANN, HERE);
        fail(ANN, HERE, 4);
        admits(ANN, HERE, false);
    }

    @Test
    void failuresOfOthersRefuseNobody() {
        fail(ANN, ELSEWHERE, 50);
        refuses(ANN, ELSEWHERE, false);
        admits(BOB, ELSEWHERE, false);
        admits(ANN, HERE, true);
        assertThat(braked(ANN, HERE, true)).as("known network").isFalse();
        assertThat(braked(ANN, HERE, false)).as("fresh network").isTrue();
        assertThat(braked(BOB, HERE, false)).as("another account").isFalse();
    }

    @Test
    void whoTriesManyAccountsFromOneNetworkIsRefusedWhereHeIsNotKnown() {
        for (var i = 0; i < 100; i++) {
            throttle.failed("user%d@example.com".formatted(i), HERE);
        }
        refuses(ANN, HERE, false);
        admits(ANN, HERE, true);
        admits(ANN, ELSEWHERE, false);
    }

    private boolean braked(String email, String network, boolean known) {
        var begun = System.nanoTime();
        throttle.admit(email, network, known);
        return System.nanoTime() - begun > Duration.ofMillis(900).toNanos();
    }

    private void fail(String email, String network, int times) {
        for (var i = 0; i < times; i++) {
            throttle.failed(email, network);
        }
    }

    private void refuses(String email, String network, boolean known) {
        assertThatThrownBy(() -> throttle.admit(email, network, known))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status().value()).isEqualTo(429));
    }

    private void admits(String email, String network, boolean known) {
        assertThatCode(() -> throttle.admit(email, network, known)).doesNotThrowAnyException();
    }
}
