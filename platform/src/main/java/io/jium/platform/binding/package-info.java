/**
 * Contracts between services: the implementation itself when it is here, HTTP when it is elsewhere.
 */
@NullMarked
package io.jium.platform.binding;

import org.jspecify.annotations.NullMarked;
