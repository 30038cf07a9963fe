package io.jium.auth;

import static io.jium.auth.AuthHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LoginStormTest extends AuthTest {

    private static final int STORM = 50;

    /** Hashing takes its turns; everything else goes on as if nothing were. */
    @Test
    void aStormOfLoginsLeavesOtherRequestsAlone() throws Exception {
        var person = auth.register();
        for (var i = 0; i < 50; i++) {
            person.api().get("/auth/profile");
        }
        var logins = new ArrayList<Future<Integer>>();
        var times = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < STORM; i++) {
                logins.add(threads.submit(() -> auth.tryLogin(person.email(), PASSWORD).status()));
            }
            while (logins.stream().anyMatch(login -> !login.isDone())) {
                var begun = System.nanoTime();
                assertThat(person.api().get("/auth/profile").status()).isEqualTo(200);
                times.add(System.nanoTime() - begun);
            }
        }
        for (var login : logins) {
            assertThat(login.get()).isIn(200, 429);
        }
        assertThat(logins.stream().filter(login -> login.resultNow() == 200).count())
                .isGreaterThan(5);
        var p99 = times.stream().sorted().skip(times.size() * 99L / 100).findFirst().orElseThrow();
        assertThat(p99 / 1e6).as("p99 in ms of %d requests", times.size()).isLessThan(500);
    }
}
