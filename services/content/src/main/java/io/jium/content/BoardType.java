package io.jium.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jium.platform.problem.InvalidFields;
import java.util.Arrays;
import java.util.Locale;

/** What a board is for. */
enum BoardType {
    @JsonProperty("general")
    GENERAL,
    @JsonProperty("notice")
    NOTICE,
    @JsonProperty("gallery")
    GALLERY,
    @JsonProperty("qna")
    QNA,
    @JsonProperty("faq")
    FAQ;

    /** As it is written in tables and on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses what is none. */
    static BoardType of(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidFields.of("type", "unknown"));
    }
}
