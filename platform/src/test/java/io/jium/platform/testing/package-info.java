/**
 * Starts real hosts on real databases, and speaks to them over HTTP. Shared by all modules' tests.
 */
@NullMarked
package io.jium.platform.testing;

import org.jspecify.annotations.NullMarked;
