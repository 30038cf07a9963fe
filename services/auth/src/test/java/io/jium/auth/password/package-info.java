/** Rules about passwords, without a server. */
@NullMarked
package io.jium.auth.password;

import org.jspecify.annotations.NullMarked;
