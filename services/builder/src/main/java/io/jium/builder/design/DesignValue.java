package io.jium.builder.design;

/**
 * A colour or typeface that a site's style sheets use by name.
 *
 * @param name a custom property, e.g. {@code --ink}
 * @param label what its author calls it, in Korean and in English ({@code 먹색 | Ink}); empty without
 * @param original what the style sheet says
 * @param value what holds now
 */
record DesignValue(String name, Kind kind, String label, String original, String value) {

    enum Kind {
        COLOR,
        FONT
    }

    DesignValue called(String other) {
        return new DesignValue(name, kind, other, original, value);
    }

    DesignValue withValue(String other) {
        return new DesignValue(name, kind, label, original, other);
    }
}
