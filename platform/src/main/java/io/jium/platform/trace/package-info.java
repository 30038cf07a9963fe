/** Which requests belong together, over all processes they run through (W3C Trace Context). */
@NullMarked
package io.jium.platform.trace;

import org.jspecify.annotations.NullMarked;
