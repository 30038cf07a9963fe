/** The menu of a site: one list, printed wherever a page has a place for it. */
@NullMarked
package io.jium.builder.menu;

import org.jspecify.annotations.NullMarked;
