package io.jium.builder.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something that was not taken over as it was.
 *
 * @param code stable, like {@code missing_file}
 * @param detail what exactly: an address, a name, how often
 * @param file where it was found; null when it concerns the site
 */
public record ImportWarning(String code, String detail, @Nullable String file) {}
