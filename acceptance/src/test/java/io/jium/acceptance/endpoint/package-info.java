/** Every endpoint there is, and how it is called: what generated checks are generated from. */
@NullMarked
package io.jium.acceptance.endpoint;

import org.jspecify.annotations.NullMarked;
