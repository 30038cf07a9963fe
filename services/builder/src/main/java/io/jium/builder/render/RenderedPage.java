package io.jium.builder.render;

import java.util.List;

/**
 * A page as it is published.
 *
 * @param body the markup inside the body element
 * @param bodyAttributes escaped and ready to follow {@code <body}, with a leading blank; empty
 *     without any
 * @param documentAttributes likewise for {@code <html}
 * @param css free of {@code <}, so it may stand in a style element or a file
 * @param pictureCss rules for what was added to pictures; they yield to all others
 * @param assets the addresses of everything the page loads, and of files it links to, in order and
 *     without repeats
 */
public record RenderedPage(
        String body,
        String bodyAttributes,
        String documentAttributes,
        String css,
        String pictureCss,
        List<String> assets) {}
