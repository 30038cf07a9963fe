package io.jium.auth.mail;

import java.time.Duration;
import java.util.Locale;

/** What a link in a message is for. */
public enum Purpose {
    VERIFY_EMAIL(Duration.ofHours(24), "/verify"),
    RESET_PASSWORD(Duration.ofHours(1), "/reset");

    final Duration life;
    final String page;

    Purpose(Duration life, String page) {
        this.life = life;
        this.page = page;
    }

    /** As it is written in tables and catalogues. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
