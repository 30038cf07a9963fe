package io.jium.builder.project;

/**
 * Why project data was refused as a whole.
 *
 * @param path where, as a JSON pointer
 * @param code stable, like {@code too_deep}
 */
public record Problem(String path, String code) {}
