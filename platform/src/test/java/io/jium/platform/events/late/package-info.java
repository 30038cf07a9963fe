/** A service that comes later. */
@NullMarked
package io.jium.platform.events.late;

import org.jspecify.annotations.NullMarked;
