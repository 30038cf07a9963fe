package io.jium.content;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.jium.platform.problem.InvalidFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a board shows its posts; what is not said is null.
 *
 * @param order {@code newest} first (if nothing is said) or {@code oldest}
 * @param showAuthor whether visitors see who wrote a post; not if nothing is said
 * @param showViews whether visitors see how often a post was read; they do if nothing is said
 */
record BoardSettings(
        @Nullable String order, @Nullable Boolean showAuthor, @Nullable Boolean showViews) {

    static final BoardSettings NONE = new BoardSettings(null, null, null);

    private static final Set<String> ORDERS = Set.of("newest", "oldest");

    /** Nothing else is kept: settings are not a store for whatever a client likes. */
    @JsonAnySetter
    @SuppressWarnings("DoNotCallSuggester") // Jackson calls it.
    void refuse(String name, @Nullable Object value) {
        throw InvalidFields.of("settings." + name, "unknown");
    }

    BoardSettings checked() {
        if (order != null && !ORDERS.contains(order)) {
            throw InvalidFields.of("settings.order", "unknown");
        }
        return this;
    }

    boolean beginsWithOldest() {
        return "oldest".equals(order);
    }

    boolean showsAuthor() {
        return Boolean.TRUE.equals(showAuthor);
    }

    boolean showsViews() {
        return !Boolean.FALSE.equals(showViews);
    }
}
