/** The files with which operators run Jium: rendered from one description, and checked. */
@NullMarked
package io.jium.acceptance.ops;

import org.jspecify.annotations.NullMarked;
