/** Facts that travel between services. */
@NullMarked
package io.jium.contracts.event;

import org.jspecify.annotations.NullMarked;
