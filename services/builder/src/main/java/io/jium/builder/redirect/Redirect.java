package io.jium.builder.redirect;

/**
 * From an address where nothing is to one where something is.
 *
 * @param from a path, decoded, with its leading slash
 * @param to a path with its leading slash, or an https address
 * @param permanent whether search engines are to forget the old one
 */
public record Redirect(String from, String to, boolean permanent) {}
