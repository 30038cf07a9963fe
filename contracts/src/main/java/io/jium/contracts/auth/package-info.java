/**
 * What the auth service promises the others: keys to verify tokens with, the state of sessions,
 * users by id.
 */
@NullMarked
package io.jium.contracts.auth;

import org.jspecify.annotations.NullMarked;
