/**
 * Whole HTML documents: a page's content between the head that search engines and browsers need and
 * the site's own code.
 */
@NullMarked
package io.jium.builder.document;

import org.jspecify.annotations.NullMarked;
