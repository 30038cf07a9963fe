package io.jium.acceptance.installation;

import io.jium.acceptance.Product;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jium as {@code ./jium cluster} starts it: the built program in many processes behind HAProxy. */
public final class Cluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Path SCRIPT = Product.folder().resolve("ops/cluster/cluster.sh");
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\d+|-)\\s+(\\S+)\\s+(\\S+)");

    private final Path folder;
    private final int port;
    private final int firstPort;

    private Cluster(Path folder) {
        this.folder = folder;
        this.port = ChildProcess.freePort();
        this.firstPort = freeRange();
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options of {@code ./jium cluster}
     */
    public static Cluster start(String... options) {
        try {
            var cluster = new Cluster(Files.createTempDirectory("jium-cluster"));
            var command = new ArrayList<>(List.of("start"));
            command.addAll(List.of(options));
            var started = cluster.script(command.toArray(String[]::new));
            if (started.code != 0) {
                cluster.close();
                throw new IllegalStateException(started.text);
            }
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One of its processes. */
    public record Part(String name, long pid, boolean up) {}

    /** What runs, as its status says. */
    public List<Part> parts() {
        return script("status")
                .text
                .lines()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line ->
                        new Part(
                                line.group(1),
                                line.group(2).equals("-") ? 0 : Long.parseLong(line.group(2)),
                                line.group(4).equals("up")))
                .toList();
    }

    /** SIGKILL; false when it is not there at the moment. It will be started again. */
    public boolean kill(String name) {
        try {
            var pid = Files.readString(folder.resolve("run").resolve(name + ".pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        } catch (IOException | NumberFormatException gone) {
            return false;
        }
    }

    /** Returns once all of it answers. */
    public void awaitAllUp() {
        for (var round = 0; round < 5; round++) {
            try {
                Eventually.holds("everything up", () -> parts().stream().allMatch(Part::up));
                return;
            } catch (AssertionError notYet) {
                if (round == 4) {
                    throw new AssertionError(parts().toString(), notYet);
                }
            }
        }
    }

    /** Somebody without a token, in front of HAProxy. */
    public Client anybody() {
        return new Client(path -> "http://127.0.0.1:" + port, Map.of())
                .with("Accept-Language", "en");
    }

    /** A visitor of a published site. */
    public Client visitor(String slug) {
        return anybody().with("Host", slug + ".localhost:" + port);
    }

    /** Where HAProxy answers. */
    public int port() {
        return port;
    }

    /** The data folder that all processes share. */
    public Path data() {
        return folder.resolve("data");
    }

    /** To the database of a service, as its own user. */
    Connection connect(String service) throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:%d/%s_db".formatted(firstPort + 1, service),
                    "jium_" + service,
                    Files.readString(folder.resolve("secrets/database-" + service)).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Looks into its databases. */
    public Databases databases() {
        return Databases.of(this);
    }

    /** The last lines of every log. */
    public String logs() {
        return run(List.of("bash", "-c", "tail -n 40 " + folder.resolve("logs") + "/*")).text;
    }

    private record Ran(int code, String text) {}

    private Ran script(String... arguments) {
        var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Ran run(List<String> command) {
        try {
            var output = Files.createTempFile(folder, "run", ".out");
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("JIUM_"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("JIUM_CLUSTER_DIR", folder.toString());
            environment.put("JIUM_CLUSTER_BASE", Integer.toString(firstPort));
            environment.put("JIUM_PORT", Integer.toString(port));
            environment.put("JIUM_ADMIN_PASSWORD", Installation.ADMIN_PASSWORD);
            environment.put("JIUM_RATE_LIMIT_PER_MINUTE", "0");
            environment.put("JIUM_RATE_LIMIT_PER_HOUR", "0");
            var process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Ran(process.exitValue(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first of three hundred ports, of which at least the first is free. */
    private static int freeRange() {
        for (var first = 20_000; first < 30_000; first += 300) {
            try (var socket = new ServerSocket(first)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                LOG.debug("Port {} is taken", first, taken);
            }
        }
        throw new IllegalStateException("There is no free range of ports");
    }

    @Override
    public void close() {
        script("stop");
        // On a busy machine the database writes its last pages after it was told to stop.
        Eventually.holds(
                "end of the cluster's folder",
                () -> {
                    try {
                        Installation.delete(folder);
                        return true;
                    } catch (UncheckedIOException stillWritten) {
                        LOG.debug("The cluster's folder is still written to", stillWritten);
                        return false;
                    }
                });
    }
}
