/** Accounts end: at once of no use, then without a trace. */
@NullMarked
package io.jium.auth.leaving;

import org.jspecify.annotations.NullMarked;
