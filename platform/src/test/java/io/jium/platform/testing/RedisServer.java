package io.jium.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Redis server of our own on a free port, that keeps nothing when it is killed. */
public final class RedisServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    private RedisServer(List<String> options) throws IOException {
        this.folder = Files.createTempDirectory("jium-redis");
        this.port = freePort();
        this.options = options;
        this.process = launch();
    }

    /** Starts a Sentinel that watches a server, and alone decides when it is down. */
    public static RedisServer sentinel(String name, RedisServer watched) {
        try {
            var file = Files.createTempFile("jium-sentinel", ".conf");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    """
                    sentinel monitor %1$s 127.0.0.1 %2$d 1
                    sentinel down-after-milliseconds %1$s 500
                    sentinel failover-timeout %1$s 3000
                    """
                            .formatted(name, watched.port));
            return start(file.toString(), "--sentinel");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts one and waits until it answers. */
    public static RedisServer start(String... options) {
        try {
            var server = new RedisServer(List.of(options));
            server.awaitAnswer();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code JIUM_REDIS_URL} wants it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Ends it as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, empty. */
    public void startAgain() {
        try {
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitAnswer();
    }

    /** What {@code redis-cli} answers. */
    public String cli(String... command) {
        var all = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
        all.addAll(List.of(command));
        try {
            var cli = new ProcessBuilder(all).redirectErrorStream(true).start();
            var answer = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            cli.waitFor(10, TimeUnit.SECONDS);
            return answer.strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The tests need Redis: run `apt-get install redis-server`", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("redis-server"));
        var file = !options.isEmpty() && options.getFirst().endsWith(".conf");
        if (file) {
            command.add(options.getFirst());
        }
        command.addAll(
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString(),
                        "--save",
                        ""));
        command.addAll(file ? options.subList(1, options.size()) : options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void awaitAnswer() {
        Eventually.holds(
                "Redis on port " + port,
                () -> {
                    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        return socket.isConnected();
                    } catch (IOException notYet) {
                        return false;
                    }
                });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
        RunningHost.delete(folder);
    }
}
