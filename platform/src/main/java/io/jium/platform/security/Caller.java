package io.jium.platform.security;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The customer behind the request, as the verified access token names him. Controllers take it as a
 * parameter; endpoints that answer anybody carry {@link Anonymous}.
 *
 * @param sessionId the {@code sid} of the token
 */
public record Caller(long userId, String email, String role, long sessionId) {

    public boolean isAdmin() {
        return role.equals("admin");
    }

    /** The caller of the request being handled on this thread, if any. */
    public static @Nullable Caller current() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof Authenticated authenticated
                ? authenticated.caller
                : null;
    }

    /** Spring Security's view of a caller. */
    static final class Authenticated extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1;

        private final transient Caller caller;

        Authenticated(Caller caller) {
            super(authorities(caller));
            this.caller = caller;
            setAuthenticated(true);
        }

        private static Collection<GrantedAuthority> authorities(Caller caller) {
            return List.of(new SimpleGrantedAuthority("ROLE_" + caller.role()));
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Authenticated that && that.caller.equals(caller);
        }

        @Override
        public int hashCode() {
            return caller.hashCode();
        }
    }
}
