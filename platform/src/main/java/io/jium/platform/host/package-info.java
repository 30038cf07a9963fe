/** One process: a web server, what is common to its services, and the services side by side. */
@NullMarked
package io.jium.platform.host;

import org.jspecify.annotations.NullMarked;
