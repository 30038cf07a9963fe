/** Making pages that say the same in another language. */
@NullMarked
package io.jium.builder.translation;

import org.jspecify.annotations.NullMarked;
