package io.jium.auth.session;

import io.jium.auth.password.Client;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.security.SameOrigin;
import io.jium.platform.security.SessionCookies;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/** Carrying sessions on, listing and ending them. */
@RestController
@RequestMapping("/auth")
class SessionController {

    private final UserSessions userSessions;
    private final OpenSessions sessions;
    private final Standings standings;
    private final TokenCookies cookies;
    private final Clock clock;

    SessionController(
            UserSessions userSessions,
            OpenSessions sessions,
            Standings standings,
            TokenCookies cookies,
            Clock clock) {
        this.userSessions = userSessions;
        this.sessions = sessions;
        this.standings = standings;
        this.cookies = cookies;
        this.clock = clock;
    }

    record RefreshRequest(@Nullable String refreshToken) {}

    @Anonymous
    @PostMapping("/refresh")
    Tokens refresh(
            @RequestBody(required = false) @Nullable RefreshRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var given = body == null ? null : body.refreshToken;
        var token = given == null || given.isEmpty() ? fromCookie(body != null, request) : given;
        var tokens = userSessions.refresh(token, Client.of(request));
        cookies.set(tokens, request, response);
        return tokens;
    }

    /** Browsers send the cookie by themselves, so the page that asks must be one of ours. */
    private static String fromCookie(boolean hadBody, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, SessionCookies.REFRESH);
        if (cookie == null || cookie.getValue().isEmpty()) {
            throw hadBody
                    ? InvalidFields.of("refresh_token", "required")
                    : new Refusal(HttpStatus.UNAUTHORIZED, "unauthenticated")
                            .header("WWW-Authenticate", "Bearer");
        }
        if (!SameOrigin.sent(request)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "cross_site_request");
        }
        return cookie.getValue();
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        userSessions.end(caller.userId(), caller.sessionId());
        cookies.clear(request, response);
    }

    @GetMapping("/sessions")
    Listing<View> list(Caller caller, Paging paging) {
        sessions.seen(standings.takeSeen());
        var rows = sessions.page(caller.userId(), clock.instant(), paging);
        return Listing.of(rows, paging, OpenSessions.Session::id)
                .map(session -> View.of(session, caller.sessionId()));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable long id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!userSessions.end(caller.userId(), id)) {
            throw new NotFound();
        }
        if (id == caller.sessionId()) {
            cookies.clear(request, response);
        }
    }

    record View(
            long id,
            boolean current,
            String userAgent,
            String ipAddress,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt) {

        static View of(OpenSessions.Session session, long current) {
            return new View(
                    session.id(),
                    session.id() == current,
                    session.userAgent(),
                    session.ipAddress(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt());
        }
    }
}
