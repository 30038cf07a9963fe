package io.jium.platform.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RetryBudget budget = new RetryBudget(nanos::get);

    @Test
    void tenAreFree() {
        assertThat(taken()).isEqualTo(10);
        assertThat(taken()).isZero();
    }

    @Test
    void aTenthOfTheCallsMayBeRepeated() {
        taken();
        for (var n = 0; n < 55; n++) {
            budget.called();
        }
        assertThat(taken()).isEqualTo(5);
    }

    @Test
    void oneASecondMayBeRepeatedAndNotMoreThanTenAtOnce() {
        taken();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(taken()).isEqualTo(3);
        nanos.addAndGet(Duration.ofHours(3).toNanos());
        assertThat(taken()).isEqualTo(10);
    }

    private int taken() {
        var taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }
}
