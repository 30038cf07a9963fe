package io.jium.platform.testing;

import io.jium.platform.host.Host;
import io.jium.platform.host.JiumService;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.ServiceCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A host in this JVM, on a free port, with a data folder of its own and an empty database. On
 * MariaDB only one installation can be open at a time, since the names of databases are fixed.
 */
public final class RunningHost implements AutoCloseable {

    private static final AtomicInteger ON_MARIADB = new AtomicInteger();

    private final List<Class<?>> services;
    private final Database database;
    private Map<String, String> environment;
    private final Clock clock;
    private final Path data;
    private final boolean owner;
    private Host host;

    private RunningHost(
            List<Class<?>> services,
            Database database,
            Map<String, String> environment,
            Clock clock,
            Path data,
            boolean owner) {
        this.services = services;
        this.database = Objects.requireNonNull(database);
        this.environment = environment;
        this.clock = clock;
        this.data = data;
        this.owner = owner;
        this.host = Host.start(services, List.of(), environment(), clock);
    }

    /**
     * Starts a new installation.
     *
     * @param settings {@code JIUM_…} variables beyond port, data folder and database
     */
    public static RunningHost start(
            List<Class<?>> services, Database database, Map<String, String> settings, Clock clock) {
        if (database == Database.MARIADB) {
            if (ON_MARIADB.incrementAndGet() > 1) {
                ON_MARIADB.decrementAndGet();
                throw new IllegalStateException("Close the other installation on MariaDB first");
            }
            MariaDb.server().dropAll();
        }
        try {
            return new RunningHost(
                    services,
                    database,
                    settings,
                    clock,
                    Files.createTempDirectory("jium-host"),
                    true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            if (database == Database.MARIADB) {
                ON_MARIADB.decrementAndGet();
            }
            throw failed;
        }
    }

    /** A second process on the same data and database; MariaDB only. */
    public RunningHost beside(Clock itsClock) {
        return new RunningHost(services, database, environment, itsClock, data, false);
    }

    /** The same with other settings. */
    public RunningHost beside(Map<String, String> settings) {
        return new RunningHost(services, database, settings, clock, data, false);
    }

    /** Stops the process for the time being. */
    public void stop() {
        host.close();
    }

    /** Stops the process and starts it again on the same data. */
    public void restart() {
        stop();
        host = Host.start(services, List.of(), environment(), clock);
    }

    /** The same with other settings. */
    public void restart(Map<String, String> settings) {
        environment = settings;
        restart();
    }

    /** What Prometheus reads. */
    public String metrics() {
        try {
            var token = Files.readString(data.resolve("secrets/metrics"));
            return api().with("Authorization", "Bearer " + token)
                    .get("/actuator/prometheus")
                    .text();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a service shows to those that run here; good for half a minute. */
    public String serviceCredential() {
        var run = environment.getOrDefault("JIUM_RUN", "all");
        var here =
                run.equals("all")
                        ? Objects.requireNonNull(
                                        services.getFirst().getAnnotation(JiumService.class))
                                .name()
                        : run.split(",")[0];
        var secret = environment.get("JIUM_SERVICE_SECRET");
        return new ServiceCredentials(new Secrets(data), secret, clock).issue("test", here);
    }

    private Map<String, String> environment() {
        var all = new HashMap<>(environment);
        all.put("JIUM_PORT", "0");
        all.put("JIUM_DATA", data.toString());
        if (database == Database.MARIADB) {
            all.put("JIUM_DATABASE_URL", MariaDb.server().url());
            all.put("JIUM_DATABASE_USER", MariaDb.USER);
            all.put("JIUM_DATABASE_PASSWORD", "");
        }
        return all;
    }

    /** The database of a service, past the service itself. */
    public JdbcClient database(String service) {
        var source = new DriverManagerDataSource();
        switch (database) {
            case H2 -> {
                source.setUrl(
                        "jdbc:h2:file:%s;IFEXISTS=TRUE"
                                .formatted(data.resolve("db").resolve(service + "_db")));
                source.setUsername("jium");
            }
            case MARIADB -> {
                source.setUrl("%s/%s_db".formatted(MariaDb.server().url(), service));
                source.setUsername(MariaDb.USER);
            }
        }
        source.setPassword("");
        return JdbcClient.create(source);
    }

    /** The port it listens on. */
    public int port() {
        return host.port();
    }

    /** The folder it keeps files in. */
    public Path data() {
        return data;
    }

    /** A client without token or cookies. */
    public Api api() {
        return new Api("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        host.close();
        if (owner) {
            delete(data);
            if (database == Database.MARIADB) {
                ON_MARIADB.decrementAndGet();
            }
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("A temporary folder is left behind", left);
        }
    }
}
