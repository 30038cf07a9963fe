/** The auth service as its clients see it, on both databases. */
@NullMarked
package io.jium.auth;

import org.jspecify.annotations.NullMarked;
