package io.jium.platform.web;

import io.jium.platform.problem.Forbidden;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Every endpoint needs a caller unless it says {@link Anonymous}; those for operators say {@link
 * AdminOnly}.
 */
final class DenyByDefault implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Contracts are guarded by the service credential, before any servlet is reached.
        if (!(handler instanceof HandlerMethod method)
                || request.getRequestURI().startsWith("/api/")) {
            return true;
        }
        var caller = Caller.current();
        if (caller == null && !has(method, Anonymous.class)) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "unauthenticated")
                    .header("WWW-Authenticate", "Bearer");
        }
        if (has(method, AdminOnly.class) && (caller == null || !caller.isAdmin())) {
            throw new Forbidden();
        }
        return true;
    }

    private static boolean has(HandlerMethod method, Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), annotation)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), annotation);
    }
}
