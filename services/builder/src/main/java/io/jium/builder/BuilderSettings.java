package io.jium.builder;

import io.jium.platform.settings.Setting;
import java.time.Duration;

/** What an operator can set about sites and their pages. */
record BuilderSettings(
        @Setting(
                        name = "JIUM_BUILDER_SWEEP",
                        standard = "1h",
                        help =
                                "How often the builder service looks for work in the background: old versions to thin, trash to empty.")
                Duration sweep) {

    BuilderSettings {
        if (!sweep.isPositive()) {
            throw new IllegalArgumentException("JIUM_BUILDER_SWEEP must be longer than nothing");
        }
    }
}
