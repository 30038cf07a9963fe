package io.jium.platform.host;

import io.jium.platform.binding.ContractRoutes;
import io.jium.platform.binding.Contracts;
import io.jium.platform.metrics.Metrics;
import io.jium.platform.problem.Problems;
import io.jium.platform.web.BodyLimit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one web server of a process: fronts on Jetty's handlers, then filters, then the services'
 * servlets.
 */
final class WebServer {

    private static final int MULTIPART_IN_MEMORY = 1 << 20;

    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler servlets;
    private final ServletHolder router;
    private volatile boolean accepting;

    WebServer(
            HostSettings settings,
            Map<String, RunningService> services,
            Set<Class<?>> contracts,
            List<Front> fronts,
            Front.Surroundings surroundings,
            Metrics metrics,
            String metricsToken,
            Filter security,
            Problems problems,
            JsonMapper json) {
        var threads = new QueuedThreadPool(64, 4);
        threads.setName("web");
        threads.setVirtualThreadsExecutor(new VirtualThreadPool());
        this.server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new TrustedProxies(settings.trustedProxies()));
        this.connector = new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);

        this.servlets = new ServletContextHandler("/", false, false);
        this.router =
                new ServletHolder(
                        "services",
                        new ServiceRouter(services, contractRoutes(services, contracts), problems));
        router.getRegistration().setMultipartConfig(multipart(settings));
        router.setAsyncSupported(true);
        servlets.addServlet(router, "/");
        servlets.addServlet(
                new ServletHolder("health", new Health(services.values(), () -> accepting, json)),
                "/actuator/health/*");
        for (Filter filter : List.of(new RequestIds(), security, new BodyLimit(problems))) {
            var holder = new FilterHolder(filter);
            holder.setAsyncSupported(true);
            servlets.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        // Fronts answer from memory and stand outside of what only requests to services need.
        Handler handler =
                new MetricsHandler(
                        new GracefulHandler(new UnreadBodies(servlets, BodyLimit.UPLOAD)),
                        metrics,
                        metricsToken);
        for (var front : fronts.reversed()) {
            handler = front.before(handler, surroundings);
        }
        server.setHandler(handler);
        var errors = new ServerErrors(problems, json);
        server.setErrorHandler(errors);
        servlets.setErrorHandler(errors);
        server.setStopTimeout(settings.stopTimeout().toMillis());
    }

    /** Which services answer {@code /api/<segment>/…}: read off the contracts' own addresses. */
    private static Map<String, Set<RunningService>> contractRoutes(
            Map<String, RunningService> services, Set<Class<?>> contracts) {
        var routes = new HashMap<String, Set<RunningService>>();
        for (var contract : contracts) {
            var owner = services.get(Contracts.owner(contract));
            if (owner != null) {
                enter(contract, owner, routes);
            }
        }
        for (var service : services.values()) {
            for (var contract : service.answers()) {
                enter(contract, service, routes);
            }
        }
        return routes;
    }

    private static void enter(
            Class<?> contract, RunningService service, Map<String, Set<RunningService>> routes) {
        for (var segment : ContractRoutes.segments(contract)) {
            routes.computeIfAbsent(segment, s -> new LinkedHashSet<>()).add(service);
        }
    }

    private static MultipartConfigElement multipart(HostSettings settings) {
        var folder = settings.data().resolve("tmp");
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(
                    "Uploads cannot be kept in " + folder, unwritable);
        }
        return new MultipartConfigElement(
                folder.toString(),
                BodyLimit.UPLOAD,
                BodyLimit.UPLOAD + MULTIPART_IN_MEMORY,
                MULTIPART_IN_MEMORY);
    }

    void start() {
        try {
            server.start();
        } catch (IOException portTaken) {
            throw new IllegalStateException(
                    "Port %d cannot be used: %s"
                            .formatted(connector.getPort(), portTaken.getMessage()),
                    portTaken);
        } catch (Exception failed) {
            throw new IllegalStateException("The web server did not start", failed);
        }
    }

    /** From now on readiness is told. */
    void accept() {
        accepting = true;
    }

    /** Stops accepting, lets requests under way end, then stops. */
    void stop() {
        accepting = false;
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("The web server did not stop cleanly", failed);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    ServletContext servletContext() {
        return servlets.getServletContext();
    }

    ServletConfig servletConfig() {
        try {
            return router.getServlet().getServletConfig();
        } catch (jakarta.servlet.ServletException failed) {
            throw new IllegalStateException("The router did not start", failed);
        }
    }
}
