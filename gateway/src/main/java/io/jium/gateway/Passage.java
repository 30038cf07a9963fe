package io.jium.gateway;

import io.jium.platform.host.HostSettings.Remote;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request on its way to a service in another process. */
final class Passage extends Request.Wrapper {

    private static final Set<String> IDEMPOTENT =
            Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    private final String id;
    private final Route route;
    private final Remote target;
    private final URI address;
    private final HttpFields headers;
    private long read;
    private boolean isTooLarge;
    private boolean isRepeated;

    Passage(Request request, String id, Route route, Remote target) {
        super(request);
        this.id = id;
        this.route = route;
        this.target = target;
        this.address = URI.create(target.url());
        // Whoever waits for leave to send his body gets it from us, as soon as the service reads.
        var asked = request.getHeaders();
        this.headers =
                asked.contains(HttpHeader.EXPECT)
                        ? HttpFields.build(asked).remove(HttpHeader.EXPECT).asImmutable()
                        : asked;
    }

    /** The passage that this request, wrapped or not, is. */
    static Passage of(Request request) {
        return Objects.requireNonNull(Request.as(request, Passage.class));
    }

    String id() {
        return id;
    }

    Route route() {
        return route;
    }

    Remote target() {
        return target;
    }

    URI address() {
        return address;
    }

    /** Whether a stream of events was asked for, which may be silent for long. */
    boolean isStream() {
        var accepted = getHeaders().get(HttpHeader.ACCEPT);
        return accepted != null && accepted.contains("text/event-stream");
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    /** Counts what was not told in advance. */
    @Override
    public Content.@Nullable Chunk read() {
        var chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        read += chunk.remaining();
        if (read <= route.mostBytes()) {
            return chunk;
        }
        isTooLarge = true;
        chunk.release();
        return Content.Chunk.from(new IllegalStateException("The body is too large"), true);
    }

    boolean isBegun() {
        return read > 0;
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /**
     * Whether to try once more: whatever has not reached the service, and what has done no harm
     * twice; never when some of the body is gone.
     *
     * @param hasArrived whether the service may have got some of it
     */
    boolean mayBeRepeated(boolean hasArrived) {
        var may = !isRepeated && read == 0 && (!hasArrived || IDEMPOTENT.contains(getMethod()));
        isRepeated = true;
        return may;
    }
}
