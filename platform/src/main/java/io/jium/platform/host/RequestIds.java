package io.jium.platform.host;

import io.jium.platform.trace.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its place in a trace, and an id that stands in the answer; a caller's own
 * sensible id is kept. Problems, events and log lines carry the trace's id, which is the same
 * unless the caller has chosen otherwise.
 */
public final class RequestIds extends OncePerRequestFilter {

    /** Carries the id, both ways. */
    public static final String HEADER = Trace.REQUEST_ID;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var trace =
                Trace.of(request.getHeader(Trace.TRACEPARENT), request.getHeader(Trace.REQUEST_ID));
        response.setHeader(Trace.REQUEST_ID, trace.requestId());
        request.setAttribute(Trace.class.getName(), trace);
        trace.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            Trace.end();
        }
    }

    /** The id of a request whose header says this. */
    public static String of(@Nullable String given) {
        return Trace.of(null, given).requestId();
    }

    /** 32 hexadecimal digits. */
    public static String random() {
        return Trace.of(null, null).id();
    }
}
