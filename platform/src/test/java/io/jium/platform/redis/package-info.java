/** Real Redis servers of all forms. */
@NullMarked
package io.jium.platform.redis;

import org.jspecify.annotations.NullMarked;
