/**
 * What a site looks like everywhere: the colours and typefaces that its style sheets name, and what
 * its owner has put in their place.
 */
@NullMarked
package io.jium.builder.design;

import org.jspecify.annotations.NullMarked;
