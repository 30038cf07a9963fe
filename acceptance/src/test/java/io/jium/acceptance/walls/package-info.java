/** The architecture as rules, each with a planted violation that proves that it is looked for. */
@NullMarked
package io.jium.acceptance.walls;

import org.jspecify.annotations.NullMarked;
