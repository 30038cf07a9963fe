/** Refusals and how they read on the wire: RFC 9457 problems in the reader's language. */
@NullMarked
package io.jium.platform.problem;

import org.jspecify.annotations.NullMarked;
