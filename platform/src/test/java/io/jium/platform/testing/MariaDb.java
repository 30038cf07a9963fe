package io.jium.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of our own, started once for each JVM when first needed, gone with the JVM. */
public final class MariaDb {

    /** User of the private server; it is reached from this machine alone. */
    public static final String USER = "root";

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final Process process;

    private MariaDb(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** The running server. */
    public static MariaDb server() {
        return Holder.SERVER;
    }

    private static final class Holder {
        static final MariaDb SERVER = start();
    }

    /** As {@code JIUM_DATABASE_URL} wants it. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port;
    }

    /** Drops all databases of services. */
    void dropAll() {
        try (var connection = DriverManager.getConnection(url() + "/", USER, "");
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("show databases like '%\\_db'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var name : names) {
                statement.execute("drop database `" + name + "`");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The databases cannot be dropped", failed);
        }
    }

    private static MariaDb start() {
        try {
            var folder = Files.createTempDirectory("jium-mariadb");
            var data = folder.resolve("data");
            var log = folder.resolve("log");
            install(data, log);
            var port = freePort();
            var command =
                    List.of(
                            program("mariadbd"),
                            "--no-defaults",
                            "--user=" + System.getProperty("user.name"),
                            "--datadir=" + data,
                            "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--innodb-buffer-pool-size=64M",
                            "--innodb-flush-log-at-trx-commit=2",
                            "--skip-name-resolve");
            var server = new MariaDb(folder, port, process(command, log).start());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "mariadb-stop"));
            server.awaitAnswer(log);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException("MariaDB does not start", failed);
        }
    }

    private static void install(Path data, Path log) throws IOException {
        var installing =
                process(
                                List.of(
                                        program("mariadb-install-db"),
                                        "--no-defaults",
                                        "--datadir=" + data,
                                        "--auth-root-authentication-method=normal",
                                        "--skip-test-db",
                                        "--user=" + System.getProperty("user.name")),
                                log)
                        .start();
        try {
            if (!installing.waitFor(START.toSeconds(), TimeUnit.SECONDS)
                    || installing.exitValue() != 0) {
                throw new IOException("mariadb-install-db failed: " + Files.readString(log));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }

    private static ProcessBuilder process(List<String> command, Path log) {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static String program(String name) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The tests need MariaDB: run `apt-get install mariadb-server`"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Path log) throws IOException {
        var until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try (var connection = DriverManager.getConnection(url() + "/", USER, "")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Eventually.pause();
            }
        }
        throw new IOException("MariaDB does not answer: " + Files.readString(log));
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            RunningHost.delete(folder);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
