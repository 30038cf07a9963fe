package io.jium.platform.host;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that stands in the answer, in problems and in log lines; a caller's own
 * sensible id is kept.
 */
public final class RequestIds extends OncePerRequestFilter {

    /** Carries the id, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9_.-]{8,64}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var id = of(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        MDC.put("trace_id", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("trace_id");
        }
    }

    /** The id of a request whose header says this. */
    public static String of(@Nullable String given) {
        return given != null && SENSIBLE.matcher(given).matches() ? given : random();
    }

    /** 32 hexadecimal digits. */
    public static String random() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
