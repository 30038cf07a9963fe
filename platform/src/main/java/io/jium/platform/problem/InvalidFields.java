package io.jium.platform.problem;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Fields of the request have values that cannot be. */
public final class InvalidFields extends Refusal {

    private static final long serialVersionUID = 1;

    private final transient List<InvalidField> fields;

    public InvalidFields(List<InvalidField> fields) {
        super(HttpStatus.valueOf(422), "validation_failed");
        this.fields = List.copyOf(fields);
    }

    /**
     * One field, e.g. {@code of("email", "taken")}; the sentence is the catalogue's {@code
     * field.<code>}.
     */
    public static InvalidFields of(String field, String code, Object... arguments) {
        return new InvalidFields(List.of(new InvalidField(field, code, Arrays.asList(arguments))));
    }

    List<InvalidField> fields() {
        return fields;
    }

    /**
     * @param field in snake_case, nested with dots
     */
    public record InvalidField(String field, String code, List<Object> arguments) {}
}
