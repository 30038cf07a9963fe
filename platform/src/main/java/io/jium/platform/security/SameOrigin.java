package io.jium.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a browser says that one of our own pages sent a request; it answers for no others. */
public final class SameOrigin {

    private SameOrigin() {}

    /** True only when {@code Sec-Fetch-Site} or {@code Origin} says so. */
    public static boolean sent(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
