/** Passwords: which are accepted, how they are hashed, and how fast they may be guessed. */
@NullMarked
package io.jium.auth.password;

import org.jspecify.annotations.NullMarked;
