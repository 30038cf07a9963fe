/**
 * Facts between services: told in the teller's transaction (outbox), carried in their order, heard
 * exactly once in the hearer's transaction (inbox).
 */
@NullMarked
package io.jium.platform.events;

import org.jspecify.annotations.NullMarked;
