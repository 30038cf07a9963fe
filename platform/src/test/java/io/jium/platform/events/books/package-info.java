/** A service that hears. */
@NullMarked
package io.jium.platform.events.books;

import org.jspecify.annotations.NullMarked;
