package io.jium.platform.settings;

import java.util.List;

/** The environment holds mistakes; the message lists them all, one a line. */
public final class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongSettings(List<String> mistakes) {
        super("Settings are wrong:\n  - " + String.join("\n  - ", mistakes));
    }
}
