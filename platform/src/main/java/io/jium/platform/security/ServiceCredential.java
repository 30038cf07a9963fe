package io.jium.platform.security;

import io.jium.platform.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards what services offer each other ({@code /api/**}): without the installation's service
 * secret, 401.
 */
final class ServiceCredential extends OncePerRequestFilter {

    private final Secrets secrets;
    private final Problems problems;

    ServiceCredential(Secrets secrets, Problems problems) {
        this.secrets = secrets;
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
        var given = request.getHeader(Security.SERVICE_HEADER);
        if (given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secrets.service())) {
            problems.write(TokenAuthentication.unauthenticated(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
