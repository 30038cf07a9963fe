/** References that are generated from the code, and fail the build when they drift from it. */
@NullMarked
package io.jium.acceptance.reference;

import org.jspecify.annotations.NullMarked;
