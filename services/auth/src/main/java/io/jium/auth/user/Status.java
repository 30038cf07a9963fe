package io.jium.auth.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an account may be used; only an active one may. */
public enum Status {
    ACTIVE,
    INACTIVE,
    SUSPENDED;

    /** As it is written in JSON and tables. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Undoes {@link #text}. */
    public static Optional<Status> parse(String text) {
        return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
    }
}
