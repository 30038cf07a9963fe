/** Walls between tenants: every endpoint, called by whoever must not. */
@NullMarked
package io.jium.acceptance.tenant;

import org.jspecify.annotations.NullMarked;
