/** Files of sites. */
@NullMarked
package io.jium.builder.asset;

import org.jspecify.annotations.NullMarked;
