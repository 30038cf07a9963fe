package io.jium.platform.host;

import io.jium.platform.trace.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its place in a trace, and an id that stands in the answer; a caller's own
 * sensible id is kept. Problems, events and log lines carry the trace's id, which is the same
 * unless the caller has chosen otherwise.
 */
final class RequestIds extends OncePerRequestFilter {

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
}
