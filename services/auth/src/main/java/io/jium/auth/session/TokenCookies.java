package io.jium.auth.session;

import io.jium.auth.AuthSettings;
import io.jium.platform.host.HostSettings;
import io.jium.platform.security.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookies in which a browser carries its tokens. */
@Component
public class TokenCookies {

    private static final String REFRESH_PATH = "/auth/refresh";

    private final AuthSettings settings;
    private final boolean publicIsHttps;

    TokenCookies(AuthSettings settings, HostSettings host) {
        this.settings = settings;
        var url = host.publicUrl();
        this.publicIsHttps = url != null && url.startsWith("https:");
    }

    /** Adds both cookies to the answer. */
    public void set(Tokens tokens, HttpServletRequest request, HttpServletResponse response) {
        write(tokens.accessToken(), settings.tokenLife(), request, response);
        writeRefresh(tokens.refreshToken(), settings.sessionLife(), request, response);
    }

    /** Has the browser forget both. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
        writeRefresh("", Duration.ZERO, request, response);
    }

    private void write(
            String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(SessionCookies.SESSION, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(isSecure(request))
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private void writeRefresh(
            String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(SessionCookies.REFRESH, value)
                        .path(REFRESH_PATH)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(isSecure(request))
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean isSecure(HttpServletRequest request) {
        return publicIsHttps || request.isSecure();
    }
}
