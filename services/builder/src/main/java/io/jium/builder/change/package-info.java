/**
 * Changes of a page's project part by part: read, made harmless, compared with what others changed,
 * and made.
 */
@NullMarked
package io.jium.builder.change;

import org.jspecify.annotations.NullMarked;
