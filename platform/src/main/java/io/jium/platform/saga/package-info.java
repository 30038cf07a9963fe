/**
 * Sagas: work over several services that is carried through or taken back, whatever dies meanwhile.
 */
@NullMarked
package io.jium.platform.saga;

import org.jspecify.annotations.NullMarked;
