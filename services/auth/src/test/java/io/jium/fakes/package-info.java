/**
 * Stand-ins for the services that auth calls; outside its package so that it does not find them.
 */
@NullMarked
package io.jium.fakes;

import org.jspecify.annotations.NullMarked;
