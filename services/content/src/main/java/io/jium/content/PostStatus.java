package io.jium.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jium.platform.problem.InvalidFields;
import java.util.Arrays;
import java.util.Locale;

/** Who sees a post: visitors see published ones. */
enum PostStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("archived")
    ARCHIVED;

    /** As it is written in tables and on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses what is none. */
    static PostStatus of(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidFields.of("status", "unknown"));
    }
}
