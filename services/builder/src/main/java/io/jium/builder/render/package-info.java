/**
 * Prints a page's project as the HTML and CSS that are published. Nothing made by a browser is ever
 * published; the editor's own output is what this is compared with in the tests.
 */
@NullMarked
package io.jium.builder.render;

import org.jspecify.annotations.NullMarked;
