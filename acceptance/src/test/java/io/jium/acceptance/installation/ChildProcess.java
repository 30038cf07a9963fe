package io.jium.acceptance.installation;

import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Jium in a process of its own, on this JVM's Java and class path. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;
    private final Path log;

    private ChildProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Returns once it is ready.
     *
     * @param settings {@code JIUM_…} variables beyond port and data folder
     */
    public static ChildProcess start(Path data, int port, Map<String, String> settings) {
        try {
            Files.createDirectories(data);
            var log = data.resolve("process.log");
            var builder =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Duser.timezone=UTC",
                                            "-Xmx256m",
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            ChildMain.class.getName()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("JIUM_"));
            var own = new HashMap<>(settings);
            own.putIfAbsent("JIUM_RATE_LIMIT_PER_MINUTE", "0");
            own.putIfAbsent("JIUM_RATE_LIMIT_PER_HOUR", "0");
            own.put("JIUM_PORT", Integer.toString(port));
            own.put("JIUM_DATA", data.toString());
            environment.putAll(own);
            var child = new ChildProcess(builder.start(), port, log);
            child.awaitReadiness();
            return child;
        } catch (IOException failed) {
            throw new UncheckedIOException("A child process does not start", failed);
        }
    }

    /** A port that nobody uses at the moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReadiness() throws IOException {
        var health =
                HttpRequest.newBuilder(URI.create(base() + "/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        var until = System.nanoTime() + START.toNanos();
        while (process.isAlive() && !answersReady(health) && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        if (!process.isAlive() || !answersReady(health)) {
            process.destroyForcibly();
            throw new IllegalStateException("It did not start:\n" + Files.readString(log));
        }
    }

    private static boolean answersReady(HttpRequest health) {
        try {
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SIGKILL: nothing of it runs any further. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM: it is asked to end; returns at once. */
    public void askToStop() {
        process.destroy();
    }

    /** Returns once it has ended by itself. */
    public void awaitEnd() {
        Eventually.holds("end of the process", () -> !process.isAlive());
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
