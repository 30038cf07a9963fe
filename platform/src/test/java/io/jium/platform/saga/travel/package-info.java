/** A service with a saga: a trip is a row here, two reservations elsewhere, a ticket here. */
@NullMarked
package io.jium.platform.saga.travel;

import org.jspecify.annotations.NullMarked;
