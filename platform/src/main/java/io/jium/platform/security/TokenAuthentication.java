package io.jium.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Turns the access token of a request into its {@link Caller}: from the {@code Authorization}
 * header, else from the session cookie. A bad token is refused here with 401; none at all passes,
 * and endpoints decide. A cookie counts for a writing request only when the browser says that our
 * own pages sent it (no CSRF token is needed then).
 */
final class TokenAuthentication extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST_REMEMBERED = 20_000;

    /** A key that is withdrawn is trusted no longer than this. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final PublishedKeys keys;
    private final Sessions sessions;
    private final Problems problems;
    private final Clock clock;

    /**
     * Signatures that were found good: checking one takes a fifth of a small save's time. Whether
     * the session lives is asked each time.
     */
    private final Cache<String, Signed> signed =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(REMEMBERED)
                    .executor(Runnable::run)
                    .build();

    private record Signed(Caller caller, Instant expires) {}

    TokenAuthentication(
            JwtDecoder decoder,
            PublishedKeys keys,
            Sessions sessions,
            Problems problems,
            Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.keys = keys;
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var caller = caller(request);
            if (caller != null) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(new Caller.Authenticated(caller)));
            }
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private @Nullable Caller caller(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header != null) {
            if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
                throw unauthenticated();
            }
            return verified(header.substring(7).strip());
        }
        var cookie = WebUtils.getCookie(request, SessionCookies.SESSION);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        var caller = verifiedOrNull(cookie.getValue());
        if (caller != null && !SAFE.contains(request.getMethod()) && !SameOrigin.sent(request)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "cross_site_request");
        }
        return caller;
    }

    /**
     * A stale cookie is like none: endpoints for anybody (login among them) must stay reachable
     * with it.
     */
    private @Nullable Caller verifiedOrNull(String token) {
        try {
            return verified(token);
        } catch (Refusal stale) {
            if (stale.status().is5xxServerError()) {
                throw stale;
            }
            return null;
        }
    }

    private Caller verified(String token) {
        Caller caller;
        try {
            caller = signedBy(token);
        } catch (JwtException | IllegalArgumentException bad) {
            var away = keys.uncheckable(bad);
            throw away == null ? unauthenticated() : away;
        }
        return switch (sessions.standing(caller.sessionId()).state()) {
            case LIVE -> caller;
            case ENDED -> throw unauthenticated();
            case SUSPENDED -> throw new Refusal(HttpStatus.FORBIDDEN, "account_suspended");
        };
    }

    private Caller signedBy(String token) {
        var known = signed.getIfPresent(token);
        if (known != null && known.expires.isAfter(clock.instant())) {
            return known.caller;
        }
        var decoded = decoder.decode(token);
        var caller = read(decoded);
        if (decoded.getExpiresAt() != null) {
            signed.put(token, new Signed(caller, decoded.getExpiresAt()));
        }
        return caller;
    }

    private static Caller read(Jwt token) {
        Number user = token.getClaim("user_id");
        Number session = token.getClaim("sid");
        String email = token.getClaim("email");
        String role = token.getClaim("role");
        if (user == null || session == null || email == null || role == null) {
            throw new IllegalArgumentException("a claim is missing");
        }
        return new Caller(user.longValue(), email, role, session.longValue());
    }

    static Refusal unauthenticated() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
    }
}
