package io.jium.gateway;

import io.jium.platform.security.SessionCookies;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access token of a request where services find it: in the {@code Authorization} header,
 * else, when there is no such header, in the session cookie.
 */
final class Credentials {

    private static final Pattern BEARER = Pattern.compile("\\s*[Bb]earer\\s+(.*\\S)\\s*");

    private Credentials() {}

    /** Two such headers contradict each other: which of them counts is anybody's guess. */
    static boolean areTwo(Request request) {
        return request.getHeaders().getFields(HttpHeader.AUTHORIZATION).size() > 1;
    }

    /** The token; null when there is none. */
    static @Nullable String token(Request request) {
        var header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header != null) {
            var bearer = BEARER.matcher(header);
            return bearer.matches() ? bearer.group(1) : null;
        }
        if (!request.getHeaders().contains(HttpHeader.COOKIE)) {
            return null;
        }
        for (var cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(SessionCookies.SESSION) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
