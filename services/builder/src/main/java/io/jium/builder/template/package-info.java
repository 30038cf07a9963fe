/** Templates to begin with. */
@NullMarked
package io.jium.builder.template;

import org.jspecify.annotations.NullMarked;
