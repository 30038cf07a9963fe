/** A service that tells. */
@NullMarked
package io.jium.platform.events.shop;

import org.jspecify.annotations.NullMarked;
