package io.jium.gateway;

import com.nimbusds.jose.jwk.JWK;
import io.jium.gateway.GatewaySettings.Errors;
import io.jium.platform.host.HostSettings.Remote;
import io.jium.platform.host.TrustedProxies;
import io.jium.platform.host.UnreadBodies;
import io.jium.platform.problem.Problems;
import io.jium.platform.web.BodyLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A gateway with nothing behind it in its own process. */
final class GatewayServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Server server = new Server();
    private final ServerConnector connector;

    /** What may differ from gateway to gateway. */
    record Setup(
            Errors errors,
            Routes routes,
            Map<String, Remote> remotes,
            List<String> origins,
            int perMinute,
            int perHour,
            String trusted) {

        static Setup of(Errors errors, List<Route> routes, String url) {
            var remote = new Remote(url, Duration.ofSeconds(20));
            return new Setup(
                    errors,
                    new Routes(routes),
                    routes.stream()
                            .collect(
                                    java.util.stream.Collectors.toMap(
                                            Route::service, route -> remote, (a, b) -> a)),
                    List.of(),
                    0,
                    0,
                    "");
        }

        Setup limits(int minute, int hour) {
            return new Setup(errors, routes, remotes, origins, minute, hour, trusted);
        }

        Setup origins(String... allowed) {
            return new Setup(
                    errors, routes, remotes, List.of(allowed), perMinute, perHour, trusted);
        }

        Setup trusting(String networks) {
            return new Setup(errors, routes, remotes, origins, perMinute, perHour, networks);
        }

        Setup remotes(Map<String, Remote> others) {
            return new Setup(errors, routes, others, origins, perMinute, perHour, trusted);
        }
    }

    GatewayServer(Setup setup, Clock clock) {
        this(setup, clock, TestTokens::key);
    }

    GatewayServer(Setup setup, Clock clock, Function<String, @Nullable JWK> keys) {
        this(setup, clock, keys, Set.of(), new Nothing());
    }

    /**
     * @param next answers for the local services
     */
    GatewayServer(Setup setup, Clock clock, Set<String> local, Handler next) {
        this(setup, clock, TestTokens::key, local, next);
    }

    private GatewayServer(
            Setup setup,
            Clock clock,
            Function<String, @Nullable JWK> keys,
            Set<String> local,
            Handler next) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new TrustedProxies(setup.trusted()));
        // One selector, as in the smallest machine: whoever holds it up holds up everybody.
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var gateway =
                new GatewayHandler(
                        next,
                        setup.routes(),
                        local,
                        setup.remotes(),
                        new Cors(setup.origins()),
                        new Tokens(keys, JSON, clock),
                        new Limits(setup.perMinute(), setup.perHour(), new LocalCounters(), clock),
                        new Answers(setup.errors(), new Problems(List.of(), JSON), JSON));
        server.setHandler(new UnreadBodies(gateway, BodyLimit.UPLOAD));
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Nothing extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return false;
        }
    }
}
