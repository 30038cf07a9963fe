/** Pages and their versions. */
@NullMarked
package io.jium.builder.page;

import org.jspecify.annotations.NullMarked;
