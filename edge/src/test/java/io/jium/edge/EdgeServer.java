package io.jium.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Invocable;

/** A real web server with the edge before a console that may block, on a port of its own. */
final class EdgeServer implements AutoCloseable {

    static final String CONSOLE = "the console";

    /** Seconds pass when a test says so. */
    static final class HandClock implements Ticker {
        private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));

        @Override
        public long read() {
            return nanos.get();
        }

        void pass(long millis) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    final EdgeHandler edge;
    private final Server server = new Server();
    private final ServerConnector connector;

    EdgeServer(Path sites) throws Exception {
        this(EdgeSettings.of(sites, "localhost"), Ticker.systemTicker(), UriCompliance.DEFAULT);
    }

    EdgeServer(EdgeSettings settings, Ticker ticker, UriCompliance uris) throws Exception {
        var http = new HttpConfiguration();
        http.setUriCompliance(uris);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        edge = new EdgeHandler(settings, new Console(), ticker);
        server.setHandler(edge);
        server.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    }

    Wire connect() throws Exception {
        return new Wire(address());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Console extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (Invocable.isNonBlockingInvocation()) {
                throw new IllegalStateException("on a thread that must not block");
            }
            response.write(
                    true, ByteBuffer.wrap(CONSOLE.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
