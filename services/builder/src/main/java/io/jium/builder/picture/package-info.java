/**
 * Pictures as bytes: what they are, made harmless and small, in the widths that screens need. Knows
 * no site and no database.
 */
@NullMarked
package io.jium.builder.picture;

import org.jspecify.annotations.NullMarked;
