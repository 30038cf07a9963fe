package io.jium.acceptance.installation;

import io.jium.platform.testing.TestClock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The ways to put Jium together; what a client sees must be the same in all of them. */
public enum Topology {
    /** One process on H2 files, as it runs after {@code git clone}. */
    H2,

    /** One process on MariaDB. */
    MARIADB,

    /** One process whose services call each other over HTTP. */
    LOOPBACK,

    /** The auth service in a process of its own, everything else in another. */
    AUTH_APART,

    /** Every service in a process of its own on MariaDB and Redis, behind gateway and HAProxy. */
    CLUSTER;

    /** Started at most once, by whoever asks first; what failed to start is not tried again. */
    private final FutureTask<Installation> shared =
            new FutureTask<>(() -> {
                var started = start();
                Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-" + name()));
                return started;
            });

    /** The one of this kind, shared by all tests: each test brings customers of its own. */
    public Installation installation() {
        shared.run();
        try {
            return shared.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(name() + " does not start", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Installation start() {
        return switch (this) {
            case H2 -> Installation.inOneProcess(Map.of(), new TestClock());
            case MARIADB -> Installation.inOneProcess(Databases.mariaDb(), new TestClock());
            case LOOPBACK ->
                    Installation.inOneProcess(Map.of("JIUM_BINDING", "loopback"), new TestClock());
            case AUTH_APART -> Installation.withAuthApart();
            case CLUSTER -> Installation.inACluster();
        };
    }
}
