/** The process is killed while it works. */
@NullMarked
package io.jium.acceptance.crash;

import org.jspecify.annotations.NullMarked;
