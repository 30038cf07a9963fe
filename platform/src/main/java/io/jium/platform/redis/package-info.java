/**
 * The Redis that processes share: what is in it may be lost at any time, and then costs time only.
 */
@NullMarked
package io.jium.platform.redis;

import org.jspecify.annotations.NullMarked;
