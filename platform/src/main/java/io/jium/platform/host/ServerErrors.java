package io.jium.platform.host;

import io.jium.platform.problem.Malformed;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.trace.Trace;
import java.nio.ByteBuffer;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before any service sees it is told as a problem too. */
final class ServerErrors extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final Problems problems;
    private final JsonMapper json;

    ServerErrors(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (org.eclipse.jetty.http.HttpStatus.hasNoBody(response.getStatus())) {
            // A file that has not changed comes this way as well.
            callback.succeeded();
            return true;
        }
        var refusal = refusal(request);
        var headers = response.getHeaders();
        var trace = trace(request, headers.get(Trace.REQUEST_ID));
        headers.put(Trace.REQUEST_ID, trace.requestId());
        if (refusal.status().is5xxServerError() && !(refusal instanceof Unavailable)) {
            LOG.error(
                    "{} {} failed, request {}",
                    request.getMethod(),
                    request.getHttpURI(),
                    trace.requestId(),
                    (Throwable) request.getAttribute(ERROR_EXCEPTION));
        }
        response.setStatus(refusal.status().value());
        refusal.headers().forEach(headers::put);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(body(request, refusal, trace)), callback);
        return true;
    }

    /** The one it has been given; what never got so far is given one now. */
    private static Trace trace(Request request, @Nullable String told) {
        var headers = request.getHeaders();
        return request.getAttribute(Trace.class.getName()) instanceof Trace given
                ? given
                : Trace.of(
                        headers.get(Trace.TRACEPARENT),
                        told == null ? headers.get(Trace.REQUEST_ID) : told);
    }

    private byte[] body(Request request, Refusal refusal, Trace trace) {
        trace.begin();
        try {
            var path = request.getHttpURI().getPath();
            var language = Problems.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
            return json.writeValueAsBytes(
                    problems.body(refusal, path == null ? "" : path, language));
        } finally {
            Trace.end();
        }
    }

    private static Refusal refusal(Request request) {
        if (namesUnknownCharset((Throwable) request.getAttribute(ERROR_EXCEPTION))) {
            return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
        }
        var code = request.getAttribute(ERROR_STATUS) instanceof Integer told ? told : 500;
        return switch (code) {
            case 404 -> new NotFound();
            case 405, 501 ->
                    new Refusal(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method_not_allowed",
                            request.getMethod());
            case 408 -> new Refusal(HttpStatus.REQUEST_TIMEOUT, "request_timeout");
            case 414 -> new Refusal(HttpStatus.URI_TOO_LONG, "uri_too_long");
            case 415 -> new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
            case 431 ->
                    new Refusal(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers_too_large");
            case 503 -> new Unavailable();
            default ->
                    code < 500
                            ? new Malformed()
                            : new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error");
        };
    }

    private static boolean namesUnknownCharset(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedCharsetException
                    || cause instanceof IllegalCharsetNameException) {
                return true;
            }
        }
        return false;
    }
}
