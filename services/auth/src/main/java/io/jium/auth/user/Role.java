package io.jium.auth.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
    /** Operates the installation; holds every permission. */
    ADMIN,
    /** A customer. */
    USER;

    /** As it is written in JSON, tokens and tables. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Undoes {@link #text}. */
    public static Optional<Role> parse(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
