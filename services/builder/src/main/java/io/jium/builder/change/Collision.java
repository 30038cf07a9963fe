package io.jium.builder.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change that another one stands against.
 *
 * @param mine the change that was not made
 * @param kind {@code changed}: others changed the same; {@code gone}: others removed the part
 * @param theirs what is there now: the value, or the part; absent when it is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Collision(String kind, Change mine, @Nullable JsonNode theirs) {

    static Collision changed(Change mine, Optional<? extends JsonNode> theirs) {
        return new Collision("changed", mine, theirs.map(JsonNode::deepCopy).orElse(null));
    }

    static Collision gone(Change mine) {
        return new Collision("gone", mine, null);
    }
}
