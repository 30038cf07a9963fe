/** The OpenAPI document of everything, made from the controllers and kept in {@code docs/}. */
@NullMarked
package io.jium.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
