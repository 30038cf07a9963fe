/** Sites as a whole: whose they are and their settings. */
@NullMarked
package io.jium.builder.site;

import org.jspecify.annotations.NullMarked;
