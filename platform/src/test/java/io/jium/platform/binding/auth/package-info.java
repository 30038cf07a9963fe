/** Plays the auth service of another process. */
@NullMarked
package io.jium.platform.binding.auth;

import org.jspecify.annotations.NullMarked;
