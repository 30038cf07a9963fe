package io.jium.platform.security;

import io.jium.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards what services offer each other ({@code /api/**}): without a credential for one of the
 * services here, 401. Log lines carry who calls.
 */
final class ServiceCredential extends OncePerRequestFilter {

    private final ServiceCredentials credentials;
    private final Set<String> services;
    private final Problems problems;

    /**
     * @param services that are called here
     */
    ServiceCredential(ServiceCredentials credentials, Set<String> services, Problems problems) {
        this.credentials = credentials;
        this.services = services;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var caller = credentials.caller(request.getHeader(Security.SERVICE_HEADER), services);
        if (caller == null) {
            problems.write(TokenAuthentication.unauthenticated(), request, response);
            return;
        }
        MDC.put("caller", caller);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("caller");
        }
    }
}
