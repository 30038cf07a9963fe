package io.jium.acceptance.installation;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.binding.Contracts;
import io.jium.platform.host.Host;
import io.jium.platform.host.JiumService;
import io.jium.platform.testing.TestClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Each service in a host of its own, which can be stopped and started again; the fronts are another
 * one. They share the data folder.
 */
public final class ServicesApart implements AutoCloseable {

    private static final String FRONTS = "gateway,edge";

    private final Path data = Installation.folder();
    private final TestClock clock = new TestClock();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Host> running = new HashMap<>();

    /** Starts them, each while all that it needs is away. */
    public ServicesApart() {
        ports.put(FRONTS, ChildProcess.freePort());
        Product.services().forEach(name -> ports.put(name, ChildProcess.freePort()));
        start(FRONTS);
        beforeThoseTheyNeed().forEach(this::start);
    }

    private static List<String> beforeThoseTheyNeed() {
        var order = new ArrayList<String>();
        var left = new TreeSet<>(Product.services());
        while (!left.isEmpty()) {
            var needed = left.stream().flatMap(name -> needs(name).stream()).toList();
            var next =
                    left.stream()
                            .filter(name -> !needed.contains(name))
                            .findFirst()
                            // Those that are left need each other.
                            .orElseGet(left::first);
            order.add(next);
            left.remove(next);
        }
        return order;
    }

    private static Set<String> needs(String service) {
        var type =
                Jium.SERVICES.stream()
                        .filter(candidate -> Product.name(candidate).equals(service))
                        .findFirst()
                        .orElseThrow();
        var definition = Objects.requireNonNull(type.getAnnotation(JiumService.class));
        var needs =
                Arrays.stream(definition.needs()).map(Contracts::owner).collect(Collectors.toSet());
        // For the tokens.
        needs.add(Contracts.owner(Sessions.class));
        needs.remove(service);
        return needs;
    }

    /** The part begins, or begins again. */
    public void start(String part) {
        var settings = new HashMap<String, String>();
        settings.put("JIUM_RUN", part);
        settings.put("JIUM_PORT", Integer.toString(port(part)));
        settings.put("JIUM_PUBLIC_URL", "http://localhost:" + port(FRONTS));
        for (var other : Product.services()) {
            if (!other.equals(part)) {
                settings.put("JIUM_%s_URL".formatted(other.toUpperCase(Locale.ROOT)), base(other));
            }
        }
        running.put(part, Installation.host(data, settings, clock));
    }

    /** The part is gone. */
    public void stop(String part) {
        Objects.requireNonNull(running.remove(part)).close();
    }

    private int port(String part) {
        return Objects.requireNonNull(ports.get(part));
    }

    private String base(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** All of it, through the gateway; but the mailbox answers only who asks it directly. */
    public Installation installation() {
        return new Installation(
                data,
                clock,
                base(FRONTS),
                path -> base(path.startsWith("/notification/") ? "notification" : FRONTS),
                Databases.of(data, false),
                List.of());
    }

    @Override
    public void close() {
        running.values().forEach(Host::close);
        Installation.delete(data);
    }
}
