/** The gateway beside what Kong answers, and before services that misbehave. */
@NullMarked
package io.jium.gateway;

import org.jspecify.annotations.NullMarked;
