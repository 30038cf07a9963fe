/** Stands before the services: in this slice it serves the console. */
@NullMarked
package io.jium.gateway;

import org.jspecify.annotations.NullMarked;
