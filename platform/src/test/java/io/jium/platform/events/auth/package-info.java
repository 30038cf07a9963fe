/** What of the auth service a host needs. */
@NullMarked
package io.jium.platform.events.auth;

import org.jspecify.annotations.NullMarked;
