/** A service that reserves. */
@NullMarked
package io.jium.platform.saga.air;

import org.jspecify.annotations.NullMarked;
