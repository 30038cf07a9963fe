package io.jium.platform.host;

import io.jium.platform.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /actuator/prometheus} for whoever has the metrics token; 401 for all others. */
final class MetricsHandler extends Handler.Wrapper {

    private static final String PATH = "/actuator/prometheus";

    private final Metrics metrics;
    private final byte[] expected;

    MetricsHandler(Handler next, Metrics metrics, String token) {
        super(next);
        this.metrics = metrics;
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!PATH.equals(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        var given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (given == null
                || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
            response.setStatus(HttpStatus.UNAUTHORIZED_401);
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            callback.succeeded();
            return true;
        }
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        Content.Sink.write(response, true, metrics.read(), callback);
        return true;
    }
}
