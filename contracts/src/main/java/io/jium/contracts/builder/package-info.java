/** What the builder promises the others: laying out a new site, and the rendered pages of one. */
@NullMarked
package io.jium.contracts.builder;

import org.jspecify.annotations.NullMarked;
