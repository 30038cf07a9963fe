/** Sessions: opened, carried on by refresh tokens, listed, ended. */
@NullMarked
package io.jium.auth.session;

import org.jspecify.annotations.NullMarked;
