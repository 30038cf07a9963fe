package io.jium.gateway;

import io.jium.gateway.GatewaySettings.Errors;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.trace.Trace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the gateway itself has to say: as a problem, or in Kong's words. */
final class Answers {

    private static final String KONG_ID = "X-Kong-Request-Id";

    private final Errors errors;
    private final Problems problems;
    private final JsonMapper json;

    Answers(Errors errors, Problems problems, JsonMapper json) {
        this.errors = errors;
        this.problems = problems;
        this.json = json;
    }

    /** Gives the answer, whoever makes it, the ids of the request. */
    void identify(MarkedResponse response, Trace trace) {
        response.mark(new HttpField(Trace.REQUEST_ID, trace.requestId()));
        if (errors == Errors.KONG) {
            response.mark(new HttpField(KONG_ID, trace.id()));
        }
    }

    /** The whole answer. */
    void reject(
            Rejection rejection,
            Route route,
            Request request,
            Response response,
            Callback callback) {
        reject(rejection, request, response, callback, (route.mostBytes() >> 20) + " MB");
    }

    /** The same for what belongs to no route. */
    void reject(
            Rejection rejection,
            Request request,
            Response response,
            Callback callback,
            Object... arguments) {
        response.setStatus(rejection.status());
        rejection.headers().forEach(response.getHeaders()::put);
        switch (errors) {
            case PROBLEM -> problem(rejection, request, response, callback, arguments);
            case KONG -> kong(rejection, request, response, callback);
        }
    }

    private void problem(
            Rejection rejection,
            Request request,
            Response response,
            Callback callback,
            Object... arguments) {
        var refusal =
                new Refusal(rejection.httpStatus(), rejection.code(), arguments)
                        .with("message", rejection.message())
                        .with("request_id", response.getHeaders().get(Trace.REQUEST_ID));
        if (rejection.status() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        var path = Objects.requireNonNullElse(Request.getPathInContext(request), "");
        var language = Problems.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        if (request.getAttribute(Trace.class.getName()) instanceof Trace trace) {
            trace.begin();
        }
        try {
            var body = json.writeValueAsBytes(problems.body(refusal, path, language));
            write(Problems.MEDIA_TYPE, body, response, callback);
        } finally {
            Trace.end();
        }
    }

    private static void kong(
            Rejection rejection, Request request, Response response, Callback callback) {
        var asked = request.getHeaders();
        var body =
                KongBody.of(
                        rejection,
                        response.getHeaders().get(KONG_ID),
                        asked.get(HttpHeader.ACCEPT),
                        asked.get(HttpHeader.CONTENT_TYPE));
        if (!rejection.isOfUpstream()) {
            var latency = NanoTime.millisSince(request.getBeginNanoTime());
            response.getHeaders().put("X-Kong-Response-Latency", latency);
        }
        write(body.type(), body.text().getBytes(StandardCharsets.UTF_8), response, callback);
    }

    private static void write(
            @Nullable String type, byte[] body, Response response, Callback callback) {
        if (type == null) {
            response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
