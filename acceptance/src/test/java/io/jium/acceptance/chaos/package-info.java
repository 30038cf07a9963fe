/** Kills of random processes of a cluster while people work with it. */
@NullMarked
package io.jium.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
