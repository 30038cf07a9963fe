package io.jium.gateway;

import io.jium.gateway.Limits.Decision;
import io.jium.gateway.Tokens.Bad;
import io.jium.gateway.Tokens.Good;
import io.jium.platform.host.Aside;
import io.jium.platform.host.HostSettings.Remote;
import io.jium.platform.trace.Trace;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The way to the services, in the order of Kong's plugins: id, CORS, token, size, limits, and then
 * to the service, in this process or another. What is no service's goes on to {@code next}.
 */
final class GatewayHandler extends Handler.Sequence {

    /** Never passed on: what services say to each other, and what the process says of itself. */
    private static final Set<String> OWN = Set.of("api", "actuator");

    private final Handler next;
    private final Forwarding forwarding;
    private final Routes routes;
    private final Set<String> local;
    private final Map<String, Remote> remotes;
    private final Cors cors;
    private final Tokens tokens;
    private final Limits limits;
    private final Answers answers;

    /**
     * @param local services that {@code next} answers for
     * @param remotes where the others are
     */
    GatewayHandler(
            Handler next,
            Routes routes,
            Set<String> local,
            Map<String, Remote> remotes,
            Cors cors,
            Tokens tokens,
            Limits limits,
            Answers answers) {
        this(next, new Forwarding(answers), routes, local, remotes, cors, tokens, limits, answers);
    }

    private GatewayHandler(
            Handler next,
            Forwarding forwarding,
            Routes routes,
            Set<String> local,
            Map<String, Remote> remotes,
            Cors cors,
            Tokens tokens,
            Limits limits,
            Answers answers) {
        super(remotes.isEmpty() ? List.of(next) : List.of(forwarding, next));
        this.next = next;
        this.forwarding = forwarding;
        this.routes = routes;
        this.local = local;
        this.remotes = remotes;
        this.cors = cors;
        this.tokens = tokens;
        this.limits = limits;
        this.answers = answers;
    }

    /** Without services in this process nothing here waits, but what is handed to other threads. */
    @Override
    public InvocationType getInvocationType() {
        return local.isEmpty() ? InvocationType.NON_BLOCKING : InvocationType.BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // CONNECT has none.
        var path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
        if (OWN.contains(Routes.segments(path)[0])) {
            return unhurried(next).handle(request, response, callback);
        }
        var route = routes.find(request.getMethod(), path);
        var token = route == null ? null : Credentials.token(request);
        Request.Handler answering =
                (asked, answer, done) -> answer(asked, route, token, answer, done);
        // Keys may have to be asked for, pages to be read from a disk.
        var isQuick = route != null && (token == null || tokens.knows(token));
        return (isQuick ? answering : unhurried(answering)).handle(request, response, callback);
    }

    /** The same in a thread that may wait, if this one must not. */
    private Request.Handler unhurried(Request.Handler handler) {
        return getInvocationType() == InvocationType.BLOCKING ? handler : new Aside(handler);
    }

    private boolean answer(
            Request request,
            @Nullable Route route,
            @Nullable String token,
            Response response,
            Callback callback)
            throws Exception {
        var asked = request.getHeaders();
        var trace = Trace.of(asked.get(Trace.TRACEPARENT), asked.get(Trace.REQUEST_ID));
        request.setAttribute(Trace.class.getName(), trace);
        var answer = new MarkedResponse(request, response);
        answers.identify(answer, trace);
        if (route == null && isReading(request) && next.handle(request, answer, callback)) {
            return true;
        }
        var isPreflight = route != null && cors.isPreflight(request);
        cors.fields(asked, isPreflight).forEach(answer::mark);
        if (route == null) {
            answers.reject(Rejection.NO_ROUTE, request, answer, callback);
            return true;
        }
        if (isPreflight) {
            answer.setStatus(200);
            answer.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
            answer.write(true, BufferUtil.EMPTY_BUFFER, callback);
            return true;
        }
        var verdict = token == null ? null : tokens.check(token);
        var refused = refused(request, route, verdict);
        if (refused != null) {
            answers.reject(refused, route, request, answer, callback);
            return true;
        }
        var deciding = limits.decide(consumer(verdict, request), route.limit());
        if (local.contains(route.service())) {
            return isTooMany(deciding.join(), request, route, answer, callback)
                    || next.handle(new Identified(request, trace.requestId()), answer, callback);
        }
        var _ =
                deciding.thenAccept(
                                decision -> {
                                    if (!isTooMany(decision, request, route, answer, callback)) {
                                        forward(
                                                request,
                                                trace.requestId(),
                                                route,
                                                answer,
                                                callback);
                                    }
                                })
                        .exceptionally(failed -> {
                            Response.writeError(request, answer, callback, failed);
                            return null;
                        });
        return true;
    }

    private static boolean isReading(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    /** Why the request is not even counted; null when it is. */
    private static @Nullable Rejection refused(
            Request request, Route route, Tokens.@Nullable Verdict verdict) {
        if (Credentials.areTwo(request)) {
            return Rejection.BAD_REQUEST;
        }
        // A browser asks before it sends a token.
        var isOpen = route.isPublic() || HttpMethod.OPTIONS.is(request.getMethod());
        if (!isOpen && !(verdict instanceof Good)) {
            return verdict instanceof Bad bad ? bad.why() : Rejection.UNAUTHORIZED;
        }
        if (request.getLength() > route.mostBytes()) {
            return request.getHeaders().contains(HttpHeader.EXPECT)
                    ? Rejection.TOO_LARGE_TO_CONTINUE
                    : Rejection.TOO_LARGE;
        }
        return null;
    }

    /** Whether it has been answered already: that it was one too many. */
    private boolean isTooMany(
            Decision decision,
            Request request,
            Route route,
            MarkedResponse answer,
            Callback callback) {
        decision.headers().forEach(answer::mark);
        if (!decision.isAllowed()) {
            answers.reject(Rejection.TOO_MANY, route, request, answer, callback);
        }
        return !decision.isAllowed();
    }

    /** The session, else the address as far as one customer of a network operator has it. */
    private static String consumer(Tokens.@Nullable Verdict verdict, Request request) {
        return verdict instanceof Good good && !good.session().isEmpty()
                ? "session " + good.session()
                : "address " + network(Request.getRemoteAddr(request));
    }

    private static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? address : Arrays.toString(Arrays.copyOf(bytes, 8));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private void forward(
            Request request, String id, Route route, MarkedResponse answer, Callback callback) {
        var remote = remotes.get(route.service());
        if (remote == null) {
            answers.reject(Rejection.NO_PEER, route, request, answer, callback);
        } else {
            forwarding.handle(new Passage(request, id, route, remote), answer, callback);
        }
    }

    /** The same request, under the id that its answer has. */
    private static final class Identified extends Request.Wrapper {

        private final HttpFields headers;

        Identified(Request request, String id) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders()).put(Trace.REQUEST_ID, id);
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
