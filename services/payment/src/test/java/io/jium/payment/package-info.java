/** The payment service with the others faked. */
@NullMarked
package io.jium.payment;

import org.jspecify.annotations.NullMarked;
