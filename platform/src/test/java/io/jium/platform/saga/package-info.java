/** Sagas in real hosts on real databases, and their rules alone. */
@NullMarked
package io.jium.platform.saga;

import org.jspecify.annotations.NullMarked;
