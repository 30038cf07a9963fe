/** Accounts: who there is, and the first administrator. */
@NullMarked
package io.jium.auth.user;

import org.jspecify.annotations.NullMarked;
