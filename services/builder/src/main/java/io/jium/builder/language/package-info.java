/** In which languages a site speaks, and which of its pages say the same. */
@NullMarked
package io.jium.builder.language;

import org.jspecify.annotations.NullMarked;
