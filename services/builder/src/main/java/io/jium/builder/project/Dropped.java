package io.jium.builder.project;

import java.util.Locale;

/**
 * Something that was in the data and is not in the project.
 *
 * @param path where it stood, as a JSON pointer
 */
public record Dropped(String path, Reason reason) {

    public enum Reason {
        SCRIPT,
        EVENT_HANDLER,
        FORBIDDEN_ELEMENT,
        FORBIDDEN_ATTRIBUTE,
        FORBIDDEN_PROPERTY,
        FORBIDDEN_CSS,
        UNSAFE_URL,
        UNKNOWN_FRAME_HOST,
        MALFORMED,
        TOO_DEEP,
        COMMENT;

        /** The stable code the API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
