/** The program: the list of services, and the start. */
@NullMarked
package io.jium;

import org.jspecify.annotations.NullMarked;
