/**
 * Publishing on the built-in host: immutable releases, switched by replacing one small file,
 * listed, rolled back. A publish that fails leaves the old site as it was.
 */
@NullMarked
package io.jium.deploy;

import org.jspecify.annotations.NullMarked;
