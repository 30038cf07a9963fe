/** Who is calling: access tokens, their verification, and the secrets of this installation. */
@NullMarked
package io.jium.platform.security;

import org.jspecify.annotations.NullMarked;
