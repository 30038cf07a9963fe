package io.jium.payment;

import io.jium.platform.problem.InvalidFields;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How a site is out of use without being deleted. */
enum SetAside {
    ARCHIVED,
    /** Deleted when its time is over. */
    TRASHED;

    /** How long the trash keeps a site. */
    static final Duration KEPT = Duration.ofDays(30);

    /** As it is written in the table and in the API. */
    String status() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SetAside of(String status) {
        return Arrays.stream(values())
                .filter(way -> way.status().equals(status))
                .findFirst()
                .orElseThrow(() -> InvalidFields.of("status", "unknown"));
    }

    /** Whether this status is one of them. */
    static boolean includes(String status) {
        return Arrays.stream(values()).anyMatch(way -> way.status().equals(status));
    }
}
