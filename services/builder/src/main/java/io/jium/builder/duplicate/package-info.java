/** Pages and whole sites once more. */
@NullMarked
package io.jium.builder.duplicate;

import org.jspecify.annotations.NullMarked;
