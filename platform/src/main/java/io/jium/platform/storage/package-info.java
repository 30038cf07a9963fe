/** Immutable bytes by content hash. */
@NullMarked
package io.jium.platform.storage;

import org.jspecify.annotations.NullMarked;
