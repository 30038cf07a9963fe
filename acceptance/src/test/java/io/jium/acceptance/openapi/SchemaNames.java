package io.jium.acceptance.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/**
 * {@code View} of {@code PageController} is {@code PageView}; a list of them {@code
 * PageViewListing}.
 */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        if (outer.getSimpleName().endsWith(type.getSimpleName())) {
            return outer.getSimpleName();
        }
        var room = outer.getSimpleName().replaceFirst("(Controller|s)$", "");
        return type.getSimpleName().startsWith(room)
                ? type.getSimpleName()
                : room + type.getSimpleName();
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var name = new StringBuilder();
        for (var n = 0; n < type.containedTypeCount(); n++) {
            name.append(nameForType(type.containedType(n), options));
        }
        return name + type.getRawClass().getSimpleName();
    }
}
