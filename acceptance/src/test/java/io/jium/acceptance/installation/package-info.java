/** The product, started as operators start it, and clients that speak to it as customers do. */
@NullMarked
package io.jium.acceptance.installation;

import org.jspecify.annotations.NullMarked;
