package io.jium.builder.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change of a project. Parts (components and rules) are named by their {@code uid}; the body is
 * {@value PageDocument#BODY}, the list of rules {@value PageDocument#RULES}, and what belongs to no
 * part {@value PageDocument#PROJECT}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.SetField.class, name = "set"),
    @JsonSubTypes.Type(value = Change.Insert.class, name = "insert"),
    @JsonSubTypes.Type(value = Change.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Change.Remove.class, name = "remove")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Change {

    /** The part that is changed; of an insertion, the one it is put into. */
    String at();

    /**
     * @param field a member of the part's JSON
     * @param name a member of that member: an attribute, a style's property
     * @param value null: it is taken away
     */
    record SetField(
            @NotBlank @Size(max = 40) String at,
            @NotBlank @Size(max = 128) String field,
            @Nullable @Size(max = 128) String name,
            @Nullable JsonNode value)
            implements Change {}

    /**
     * @param after what it stands behind; null: it is the first
     * @param part with all that is in it, each with its {@code uid}
     */
    record Insert(
            @NotBlank @Size(max = 40) String at,
            @Nullable @Size(max = 40) String after,
            @NotNull JsonNode part)
            implements Change {}

    /**
     * @param into its parent from now on
     * @param after what it stands behind; null: it is the first
     */
    record Move(
            @NotBlank @Size(max = 40) String at,
            @NotBlank @Size(max = 40) String into,
            @Nullable @Size(max = 40) String after)
            implements Change {}

    /** The part goes with all that is in it. */
    record Remove(@NotBlank @Size(max = 40) String at) implements Change {}
}
