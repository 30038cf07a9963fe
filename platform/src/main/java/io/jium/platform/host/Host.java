package io.jium.platform.host;

import io.jium.contracts.auth.Sessions;
import io.jium.contracts.auth.SigningKeys;
import io.jium.platform.binding.Contracts;
import io.jium.platform.binding.Remotes;
import io.jium.platform.events.EventRoutes;
import io.jium.platform.events.EventTypes;
import io.jium.platform.events.Inboxes;
import io.jium.platform.events.Outboxes;
import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.Problems;
import io.jium.platform.redis.Redis;
import io.jium.platform.security.PublishedKeys;
import io.jium.platform.security.RememberedSessions;
import io.jium.platform.security.Secrets;
import io.jium.platform.security.Security;
import io.jium.platform.security.ServiceCredentials;
import io.jium.platform.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process of Jium: some services, started side by side, behind one web server. Business code
 * never asks which others run here. {@link #start} returns when everything answers; {@link #close}
 * ends requests under way first.
 */
public final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    /** Every request with a token waits for it. */
    private static final Duration TOKEN_CHECK = Duration.ofSeconds(5);

    private final HostSettings settings;
    private final ConfigurableApplicationContext shared;
    private final Map<String, RunningService> services = new LinkedHashMap<>();
    private final Remotes remotes;
    private final WebServer web;

    private Host(
            HostSettings settings,
            Map<Class<? extends Record>, Record> all,
            List<Class<?>> types,
            List<Front> fronts,
            Clock clock) {
        this.settings = settings;
        var known = types.stream().map(type -> RunningService.definition(type).name()).toList();
        this.shared = Shared.context(settings, known, clock);
        var json = shared.getBean(JsonMapper.class);
        var secrets = shared.getBean(Secrets.class);
        var problems = shared.getBean(Problems.class);
        var credentials = new ServiceCredentials(secrets, settings.serviceSecret(), clock);
        var wanted = settings.parts(parts(known, fronts));
        this.remotes = new Remotes(this::addresses, credentials, json);
        remotes.watch(shared.getBean(Metrics.class));
        var contracts = new Contracts(this::local, remotes, String.join("+", wanted));
        for (var type : types) {
            var name = RunningService.definition(type).name();
            if (wanted.contains(name)) {
                services.put(
                        name,
                        new RunningService(
                                type,
                                shared,
                                all,
                                contracts.by(name),
                                () -> routes(type, types, contracts.by(name))));
            }
        }
        var tokenChecks = contracts.within(TOKEN_CHECK);
        var keys = new PublishedKeys(tokenChecks.bind(SigningKeys.class));
        var security =
                Security.chain(
                        keys,
                        standings(tokenChecks),
                        credentials,
                        services.keySet(),
                        problems,
                        clock);
        this.web =
                new WebServer(
                        settings,
                        services,
                        contractsOf(types),
                        fronts.stream().filter(front -> wanted.contains(front.part())).toList(),
                        new Front.Surroundings(
                                settings,
                                all,
                                known,
                                services.keySet(),
                                shared.getBean(Announcements.class),
                                keys,
                                shared.getBeanProvider(Redis.class).getIfAvailable(),
                                problems,
                                json,
                                clock),
                        shared.getBean(Metrics.class),
                        secrets.metricsToken(settings.metricsToken()),
                        security,
                        problems,
                        json);
    }

    /** Auth answers from its own memory; with Redis, who asks it over HTTP remembers the answer. */
    private Sessions standings(Contracts contracts) {
        var sessions = contracts.bind(Sessions.class);
        var redis = shared.getBeanProvider(Redis.class).getIfAvailable();
        return redis == null || local(Sessions.class, Contracts.owner(Sessions.class)) != null
                ? sessions
                : new RememberedSessions(sessions, redis);
    }

    /**
     * Starts the services that the settings ask for.
     *
     * @param types all services of the program, annotated with {@link JiumService}
     * @param fronts stand before them, the first one outermost
     */
    public static Host start(
            List<Class<?>> types,
            List<Front> fronts,
            Map<String, String> environment,
            Clock clock) {
        if (!java.util.TimeZone.getDefault().getID().equals("UTC")) {
            throw new IllegalStateException(
                    "Start Java with -Duser.timezone=UTC: databases mix times up otherwise");
        }
        var begun = System.nanoTime();
        var records = settingsRecords(types, fronts);
        var all = new Settings(environment, records).read();
        var settings = (HostSettings) java.util.Objects.requireNonNull(all.get(HostSettings.class));
        Logging.configure(settings.logFormat());
        var host = new Host(settings, all, types, fronts, clock);
        try {
            // Made before the services start side by side: two of them making it at once is an
            // error in H2.
            Files.createDirectories(settings.data().resolve("db"));
            host.startServices();
        } catch (IOException | RuntimeException failed) {
            host.close();
            throw failed instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(failed);
        }
        LOG.info(
                "Jium is ready on port {} after {} ms: {}",
                host.port(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                settings.run());
        return host;
    }

    /** Every settings record of the program, the process's own first. */
    public static List<Class<? extends Record>> settingsRecords(
            List<Class<?>> types, List<Front> fronts) {
        var records = new ArrayList<Class<? extends Record>>();
        records.add(HostSettings.class);
        for (var type : types) {
            records.addAll(List.of(RunningService.definition(type).settings()));
        }
        fronts.forEach(front -> records.addAll(front.settings()));
        return records;
    }

    private static Set<String> parts(List<String> services, List<Front> fronts) {
        var parts = new LinkedHashSet<>(services);
        fronts.forEach(front -> parts.add(front.part()));
        return parts;
    }

    private static Set<Class<?>> contractsOf(List<Class<?>> types) {
        var contracts = new HashSet<Class<?>>(List.of(SigningKeys.class, Sessions.class));
        types.forEach(type -> contracts.addAll(List.of(RunningService.definition(type).needs())));
        return contracts;
    }

    private void startServices() throws IOException {
        web.start();
        // Only now is the port known.
        shared.getBeanFactory()
                .registerSingleton("publicAddress", new PublicAddress(settings, port()));
        try (var threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Callable<RunningService>> starts =
                    services.values().stream()
                            .<Callable<RunningService>>map(service ->
                                    () -> {
                                        service.start(web.servletContext(), web::servletConfig);
                                        return service;
                                    })
                            .toList();
            for (var start : threads.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A service did not start", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", interrupted);
        }
        web.accept();
    }

    private @Nullable Supplier<?> local(Class<?> contract, String owner) {
        var service = services.get(owner);
        return service == null || settings.binding() == HostSettings.Mode.LOOPBACK
                ? null
                : () -> service.implementation(contract);
    }

    /** Who hears what of whom is written at the services themselves. */
    private static EventRoutes routes(Class<?> type, List<Class<?>> all, Contracts contracts) {
        var teller = RunningService.definition(type).name();
        var audience = new TreeMap<String, Inboxes>();
        for (var other : all) {
            var definition = RunningService.definition(other);
            for (var event : definition.hears()) {
                if (EventTypes.teller(event).equals(teller)) {
                    audience.computeIfAbsent(
                            definition.name(), name -> contracts.bind(Inboxes.class, name));
                }
            }
        }
        var heard = Set.of(RunningService.definition(type).hears());
        var tellers = new TreeMap<String, Outboxes>();
        for (var event : heard) {
            tellers.computeIfAbsent(
                    EventTypes.teller(event), name -> contracts.bind(Outboxes.class, name));
        }
        return new EventRoutes(heard, tellers, audience);
    }

    private Map<String, HostSettings.Remote> addresses() {
        var addresses = new TreeMap<>(settings.remotes());
        for (var name : services.keySet()) {
            addresses.put(
                    name,
                    new HostSettings.Remote("http://127.0.0.1:" + port(), Duration.ofSeconds(30)));
        }
        return addresses;
    }

    /** The port it listens on. */
    public int port() {
        return web.port();
    }

    /** How well what runs elsewhere can be reached. */
    public List<Remotes.Reach> reaches() {
        return remotes.reaches();
    }

    @Override
    public void close() {
        web.stop();
        services.values().forEach(RunningService::stop);
        shared.close();
    }
}
