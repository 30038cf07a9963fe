package io.jium.acceptance.installation;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.platform.host.Host;
import io.jium.platform.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A running Jium, empty at first, and gone with its data when closed. */
public final class Installation implements AutoCloseable {

    /** Password of {@code admin@jium.local} in every installation of the tests. */
    static final String ADMIN_PASSWORD = "quiet harbour 81 lamps";

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final Path data;
    private final TestClock clock;
    private final String base;
    private final UnaryOperator<String> addresses;
    private final Databases databases;
    private final List<AutoCloseable> processes;

    /**
     * @param base where the fronts are
     * @param addresses of the process that answers a path
     */
    Installation(
            Path data,
            TestClock clock,
            String base,
            UnaryOperator<String> addresses,
            Databases databases,
            List<AutoCloseable> processes) {
        this.data = data;
        this.clock = clock;
        this.base = base;
        this.addresses = addresses;
        this.databases = databases;
        this.processes = processes;
    }

    /** All services in this JVM. */
    public static Installation inOneProcess(Map<String, String> settings, TestClock clock) {
        var data = folder();
        var host = host(data, settings, clock);
        var base = "http://127.0.0.1:" + host.port();
        return new Installation(
                data,
                clock,
                base,
                path -> base,
                Databases.of(data, settings.containsKey("JIUM_DATABASE_URL")),
                List.of(host));
    }

    /**
     * Auth in a child process, the rest with the gateway in this JVM; they share nothing but the
     * secret.
     */
    static Installation withAuthApart() {
        var data = folder();
        var authPort = ChildProcess.freePort();
        var authBase = "http://127.0.0.1:" + authPort;
        var secret = "acceptance-service-secret-0123456789";
        var others =
                Product.services().stream()
                        .filter(name -> !name.equals("auth"))
                        .collect(Collectors.joining(",", "", ",gateway,edge"));
        var clock = new TestClock();
        var host =
                host(
                        data,
                        Map.of(
                                "JIUM_RUN",
                                others,
                                "JIUM_AUTH_URL",
                                authBase,
                                "JIUM_SERVICE_SECRET",
                                secret),
                        clock);
        var base = "http://127.0.0.1:" + host.port();
        var auth =
                ChildProcess.start(
                        data.resolve("auth"),
                        authPort,
                        Map.of(
                                "JIUM_RUN",
                                "auth",
                                "JIUM_NOTIFICATION_URL",
                                base,
                                "JIUM_PAYMENT_URL",
                                base,
                                "JIUM_CONTENT_URL",
                                base,
                                "JIUM_PUBLIC_URL",
                                "http://localhost:" + host.port(),
                                "JIUM_ADMIN_PASSWORD",
                                ADMIN_PASSWORD,
                                "JIUM_SERVICE_SECRET",
                                secret));
        return new Installation(
                data, clock, base, path -> base, Databases.of(data, false), List.of(auth, host));
    }

    /**
     * All but the deploy service in this JVM; that one is to be started, and stopped, by the test.
     */
    public static Installation withDeployApart(int deployPort) {
        var data = folder();
        var clock = new TestClock();
        var others =
                Product.services().stream()
                        .filter(name -> !name.equals("deploy"))
                        .collect(Collectors.joining(",", "", ",gateway,edge"));
        var host =
                host(
                        data,
                        Map.of(
                                "JIUM_RUN",
                                others,
                                "JIUM_DEPLOY_URL",
                                "http://127.0.0.1:" + deployPort),
                        clock);
        var base = "http://127.0.0.1:" + host.port();
        return new Installation(
                data, clock, base, path -> base, Databases.of(data, false), List.of(host));
    }

    /** The deploy service of such an installation, on its data. */
    public ChildProcess startDeploy(int deployPort) {
        return ChildProcess.start(
                data,
                deployPort,
                Map.of(
                        "JIUM_RUN", "deploy",
                        "JIUM_AUTH_URL", base,
                        "JIUM_BUILDER_URL", base,
                        "JIUM_PUBLIC_URL", base));
    }

    /** The built program as {@code ./jium cluster} starts it. */
    static Installation inACluster() {
        var cluster = Cluster.start();
        var base = "http://127.0.0.1:" + cluster.port();
        return new Installation(
                cluster.data(),
                new TestClock(),
                base,
                path -> base,
                cluster.databases(),
                List.of(cluster));
    }

    static Host host(Path data, Map<String, String> settings, TestClock clock) {
        var environment = new HashMap<>(settings);
        environment.putIfAbsent("JIUM_PORT", "0");
        environment.put("JIUM_DATA", data.toString());
        environment.put("JIUM_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.putIfAbsent("JIUM_RATE_LIMIT_PER_MINUTE", "0");
        environment.putIfAbsent("JIUM_RATE_LIMIT_PER_HOUR", "0");
        return Host.start(Jium.SERVICES, Fronts.built(), environment, clock);
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("jium-acceptance");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its time; a process apart keeps its own. */
    public TestClock clock() {
        return clock;
    }

    /** The folder of its data. */
    public Path data() {
        return data;
    }

    /** The port of the process that is not auth. */
    public int port() {
        return Integer.parseInt(base.substring(base.lastIndexOf(':') + 1));
    }

    public Databases databases() {
        return databases;
    }

    /** Somebody without a token, who reads English. */
    public Client anybody() {
        return new Client(addresses, Map.of()).with("Accept-Language", "en");
    }

    /** A visitor of a published site. */
    public Client visitor(String slug) {
        return new Client(path -> base, Map.of()).with("Host", slug + ".localhost:" + port());
    }

    /** A customer who has just signed up. */
    public Customer customer() {
        return customer(
                "Customer", "customer-%d@example.com".formatted(CUSTOMERS.incrementAndGet()));
    }

    /** A customer of this name and address who has just signed up. */
    public Customer customer(String name, String email) {
        return Customer.signUp(anybody(), name, email);
    }

    /** A customer who has just signed up with whatever this client speaks to. */
    public static Customer signUp(Client anybody, String email) {
        return Customer.signUp(anybody, "Customer", email);
    }

    /** The first administrator. */
    public Customer administrator() {
        return Customer.logIn(anybody(), "admin@jium.local", ADMIN_PASSWORD);
    }

    @Override
    public void close() {
        try {
            for (var process : processes) {
                process.close();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("It did not stop", failed);
        } finally {
            delete(data);
        }
    }

    /** Deletes a folder with everything in it. */
    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("A temporary folder is left behind", left);
        }
    }
}
