package io.jium.platform.security;

/** Names of the cookies in which browsers carry their tokens. */
public final class SessionCookies {

    /** The access token; HttpOnly, SameSite=Lax, for every path. */
    public static final String SESSION = "jium_session";

    /** The refresh token; HttpOnly, SameSite=Strict, for {@code /auth/refresh} alone. */
    public static final String REFRESH = "jium_refresh";

    private SessionCookies() {}
}
