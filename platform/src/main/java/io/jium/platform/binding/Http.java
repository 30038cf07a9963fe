package io.jium.platform.binding;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP client of the process: made when a first owner turns out to be elsewhere. Jetty's, since
 * Java's own repeats requests without being asked.
 */
final class Http {

    private static final int CONNECT_MILLIS = 2_000;

    /** Less than the 30 s of the other side: a POST that meets its closing would be lost. */
    private static final int IDLE_MILLIS = 15_000;

    private static final int MOST_CONNECTIONS = 512;

    static final HttpClient CLIENT = client();

    private Http() {}

    private static HttpClient client() {
        var threads = new QueuedThreadPool(16, 1);
        threads.setName("calls");
        threads.setDaemon(true);
        var client = new HttpClient(new HttpClientTransportOverHTTP(1));
        client.setExecutor(threads);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setIdleTimeout(IDLE_MILLIS);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        // Only between requests: while one is under way, its own time limit counts.
        client.getRequestListeners()
                .addQueuedListener(request -> request.idleTimeout(0, MILLISECONDS));
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException("The HTTP client does not start", failed);
        }
        // Answers are taken as they come: no redirects, no signing in.
        client.getProtocolHandlers().clear();
        return client;
    }
}
