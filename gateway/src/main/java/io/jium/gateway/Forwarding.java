package io.jium.gateway;

import io.jium.platform.host.TrustedProxies;
import io.jium.platform.trace.Trace;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request.Content;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Carries requests to services in other processes and their answers back, as they come. */
final class Forwarding extends ProxyHandler {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /**
     * Shorter than the services' own, so that it is us who closes: no request meets a closed end.
     */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    /** Each open stream of events holds one. */
    private static final int MOST_CONNECTIONS = 8192;

    /** In a path; what is still encoded stays so. */
    private static final BitSet PLAIN = new BitSet();

    static {
        "/%-._~!$&'()*+,=:@".chars().forEach(PLAIN::set);
        PLAIN.set('0', '9' + 1);
        PLAIN.set('A', 'Z' + 1);
        PLAIN.set('a', 'z' + 1);
    }

    private final Answers answers;

    Forwarding(Answers answers) {
        this.answers = answers;
        setViaHost("jium");
        setUseServerThreadPool(true);
    }

    @Override
    protected HttpClient newHttpClient() {
        var transport = new HttpClientTransportOverHTTP();
        // Nothing on the way back waits, so that no thread has to be woken for it.
        transport.setInvocationType(InvocationType.NON_BLOCKING);
        return new HttpClient(transport);
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setConnectTimeout(CONNECT.toMillis());
        client.setIdleTimeout(IDLE.toMillis());
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        // Without dot segments: the service must not read another address out of it than we did.
        var asked = request.getHttpURI();
        return HttpURI.build(asked)
                .path(encoded(asked.getCanonicalPath()))
                .fragment(null)
                .asImmutable();
    }

    /** In a canonical path all is decoded but the slash and the percent sign. */
    private static String encoded(String canonical) {
        var path = new StringBuilder(canonical.length());
        for (var octet : canonical.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.get(Byte.toUnsignedInt(octet))) {
                path.append((char) octet);
            } else {
                path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return path.toString();
    }

    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(
            Request request, HttpURI uri) {
        var passage = Passage.of(request);
        var address = passage.address();
        var isHttps = "https".equals(address.getScheme());
        var port = address.getPort() >= 0 ? address.getPort() : isHttps ? 443 : 80;
        var silence = passage.isStream() ? LONGEST_SILENCE : passage.target().timeout();
        // Not by way of java.net.URI, which refuses what browsers send.
        return getHttpClient()
                .newRequest(address.getHost(), port)
                .scheme(isHttps ? "https" : "http")
                .method(request.getMethod())
                .path(uri.getPathQuery())
                .idleTimeout(silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void copyRequestHeaders(Request request, org.eclipse.jetty.client.Request toService) {
        super.copyRequestHeaders(request, toService);
        toService.headers(headers -> {
            for (var fields = headers.iterator(); fields.hasNext(); ) {
                if (isOurs(fields.next().getLowerCaseName())) {
                    fields.remove();
                }
            }
        });
    }

    /** What only a gateway, or another service, may say of a caller. */
    private static boolean isOurs(String name) {
        return name.startsWith("x-consumer-")
                || name.startsWith("x-credential-")
                || name.startsWith("x-authenticated-")
                || name.equals("x-anonymous-consumer")
                || name.equals("jium-service-credential");
    }

    @Override
    protected void addForwardedHeader(Request request, org.eclipse.jetty.client.Request toService) {
        var asked = request.getHttpURI();
        var isTrusted = TrustedProxies.sent(request);
        var hops = new ArrayList<>(request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false));
        hops.add(TrustedProxies.peer(request));
        toService.headers(headers -> {
            headers.put(Trace.REQUEST_ID, Passage.of(request).id());
            headers.put(HttpHeader.X_FORWARDED_FOR, String.join(", ", hops));
            headers.put("X-Real-IP", Request.getRemoteAddr(request));
            headers.put(HttpHeader.X_FORWARDED_PROTO, request.isSecure() ? "https" : "http");
            told(headers, isTrusted, "X-Forwarded-Host", Request.getServerName(request));
            told(
                    headers,
                    isTrusted,
                    "X-Forwarded-Port",
                    Integer.toString(Request.getLocalPort(request)));
            told(headers, isTrusted, "X-Forwarded-Path", asked.getPath());
            if (!isTrusted) {
                headers.remove("X-Forwarded-Prefix");
            }
        });
    }

    /** A proxy in front of us that we trust knows better. */
    private static void told(
            HttpFields.Mutable headers, boolean isTrusted, String name, @Nullable String value) {
        if (!isTrusted || !headers.contains(name)) {
            headers.put(name, value);
        }
    }

    @Override
    protected Content newProxyToServerRequestContent(
            Request request, Response response, org.eclipse.jetty.client.Request toService) {
        var passage = Passage.of(request);
        return new ProxyRequestContent(request) {
            @Override
            public void fail(Throwable failure) {
                // What was not begun can be sent elsewhere, or read to its end.
                if (passage.isBegun()) {
                    super.fail(failure);
                }
            }
        };
    }

    @Override
    protected @Nullable HttpField filterServerToProxyResponseField(HttpField field) {
        return field.getLowerCaseName().startsWith("x-accel-") ? null : field;
    }

    @Override
    protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
            Request request,
            org.eclipse.jetty.client.Request toService,
            Response response,
            Callback callback) {
        return new ProxyResponseListener(request, toService, response, callback) {
            @Override
            public void onHeaders(org.eclipse.jetty.client.Response ofService) {
                super.onHeaders(ofService);
                for (var name : ofService.getHeaders().getCSV(HttpHeader.CONNECTION, false)) {
                    response.getHeaders().remove(name);
                }
            }
        };
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request toService,
            org.eclipse.jetty.client.Response ofService,
            Response response,
            Callback callback,
            Throwable failure) {
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        response.reset();
        var passage = Passage.of(request);
        var rejection = rejection(passage, failure);
        var hasArrived = !(failure instanceof ConnectException);
        if (rejection.equals(Rejection.BAD_GATEWAY) && passage.mayBeRepeated(hasArrived)) {
            handle(request, response, callback);
        } else {
            answers.reject(rejection, passage.route(), request, response, callback);
        }
    }

    private static Rejection rejection(Passage passage, Throwable failure) {
        if (passage.isTooLarge()) {
            return Rejection.TOO_LARGE;
        }
        if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
            return Rejection.TIMED_OUT;
        }
        return failure instanceof UnknownHostException
                        || failure instanceof UnresolvedAddressException
                ? Rejection.NO_SUCH_HOST
                : Rejection.BAD_GATEWAY;
    }
}
