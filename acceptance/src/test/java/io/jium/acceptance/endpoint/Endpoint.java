package io.jium.acceptance.endpoint;

import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Anonymous;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * One thing that a service answers.
 *
 * @param name {@code GET /builder/pages/{id}}, and what it produces when that decides
 */
public record Endpoint(String name, String httpMethod, String path, Method handler) {

    public boolean isAnonymous() {
        return has(Anonymous.class);
    }

    public boolean isAdminOnly() {
        return has(AdminOnly.class);
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(handler, annotation)
                || AnnotatedElementUtils.hasAnnotation(handler.getDeclaringClass(), annotation);
    }

    /** Whether its handler takes such a parameter. */
    public boolean takes(Class<?> parameter) {
        return Arrays.asList(handler.getParameterTypes()).contains(parameter);
    }

    /** Whether it changes something. */
    public boolean isWriting() {
        return !httpMethod.equals("GET");
    }

    @Override
    public String toString() {
        return name;
    }
}
