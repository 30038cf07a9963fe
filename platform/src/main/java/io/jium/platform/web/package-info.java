/** What every endpoint shares: lists and cursors, versions, idempotency keys, body limits. */
@NullMarked
package io.jium.platform.web;

import org.jspecify.annotations.NullMarked;
