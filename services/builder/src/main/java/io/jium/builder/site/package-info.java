/** Sites as a whole: whose they are, their settings, laying out and rendering. */
@NullMarked
package io.jium.builder.site;

import org.jspecify.annotations.NullMarked;
