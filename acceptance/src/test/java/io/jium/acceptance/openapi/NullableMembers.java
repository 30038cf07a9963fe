package io.jium.acceptance.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A component of a record may be null when it is {@code @Nullable}, and is required otherwise. */
final class NullableMembers implements ModelConverter {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (resolved == null || !raw.isRecord()) {
            return resolved;
        }
        var model =
                resolved.get$ref() == null
                        ? resolved
                        : context.getDefinedModels()
                                .get(resolved.get$ref().replaceFirst(".*/", ""));
        if (model != null && model.getProperties() != null) {
            for (var component : raw.getRecordComponents()) {
                describe(component, model);
            }
        }
        return resolved;
    }

    private static void describe(RecordComponent component, Schema<?> model) {
        var name = SNAKE_CASE.translate(component.getName());
        var member = model.getProperties().get(name);
        if (member == null) {
            return;
        }
        var mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        var mayBeAbsent = component.getAccessor().isAnnotationPresent(JsonInclude.class);
        var required =
                new LinkedHashSet<>(model.getRequired() == null ? List.of() : model.getRequired());
        if (mayBeAbsent || (mayBeNull && isRequest(component.getDeclaringRecord()))) {
            required.remove(name);
        } else {
            required.add(name);
        }
        if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            // JSON that is kept as it came.
            model.getProperties().put(name, new Schema<>().types(Set.of("object")));
        }
        model.setRequired(new ArrayList<>(required));
        if (mayBeNull && !mayBeAbsent) {
            model.getProperties().put(name, orNull(member));
        }
    }

    /** What is sent to us may leave out what may be null; what we send is whole. */
    private static boolean isRequest(Class<?> type) {
        return OpenApiDocument.REQUESTS.contains(type);
    }

    private static Schema<?> orNull(Schema<?> member) {
        if (member.get$ref() != null) {
            return new Schema<>().anyOf(List.of(member, new Schema<>().types(Set.of("null"))));
        }
        if (member.getTypes() != null) {
            var types = new LinkedHashSet<>(member.getTypes());
            types.add("null");
            member.setTypes(types);
        }
        return member;
    }
}
