/**
 * Sites as they are built: pages and their versions, settings, assets, templates; importing,
 * rendering. A site's owner is part of every statement that touches its rows.
 */
@NullMarked
package io.jium.builder;

import org.jspecify.annotations.NullMarked;
