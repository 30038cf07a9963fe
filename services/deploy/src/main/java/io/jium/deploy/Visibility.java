package io.jium.deploy;

import io.jium.platform.problem.InvalidFields;
import java.util.Arrays;
import java.util.Locale;

/** What visitors are to see of a site that has a release. */
enum Visibility {
    /** The live release. */
    PUBLIC,
    /** That it is being worked on; search engines keep it and come back. */
    MAINTENANCE,
    /** That it is not public. */
    OFFLINE;

    /** Its word in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Visibility of(String word) {
        return Arrays.stream(values())
                .filter(visibility -> visibility.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidFields.of("visibility", "unknown"));
    }
}
