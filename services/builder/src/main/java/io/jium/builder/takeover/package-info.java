/** Puts what was imported into a site: files among its assets, pages among its pages. */
@NullMarked
package io.jium.builder.takeover;

import org.jspecify.annotations.NullMarked;
