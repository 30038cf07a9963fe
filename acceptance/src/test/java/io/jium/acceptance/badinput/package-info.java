/** Requests that nobody means well: each gets a clear refusal, and leaves nothing behind. */
@NullMarked
package io.jium.acceptance.badinput;

import org.jspecify.annotations.NullMarked;
