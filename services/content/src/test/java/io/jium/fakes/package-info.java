/** Other services, as the content service sees them. */
@NullMarked
package io.jium.fakes;

import org.jspecify.annotations.NullMarked;
