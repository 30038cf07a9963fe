/** Where old addresses of a site lead now. */
@NullMarked
package io.jium.builder.redirect;

import org.jspecify.annotations.NullMarked;
