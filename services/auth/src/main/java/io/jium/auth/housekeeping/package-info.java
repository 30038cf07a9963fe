/** What the auth service does by itself, again and again. */
@NullMarked
package io.jium.auth.housekeeping;

import org.jspecify.annotations.NullMarked;
