package io.jium.builder.project;

import org.jspecify.annotations.Nullable;

/**
 * A place in the data, kept as a chain because it is needed as text only when something is wrong
 * there.
 */
record Path(@Nullable Path parent, String step) {

    static final Path ROOT = new Path(null, "");

    Path at(String name) {
        return new Path(this, name);
    }

    Path at(int index) {
        return new Path(this, String.valueOf(index));
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        var shown = step.length() > 60 ? step.substring(0, 60) : step;
        return parent + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
