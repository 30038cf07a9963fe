/** What the editor calls: reading, saving and previewing pages, and their versions. */
@NullMarked
package io.jium.builder.editing;

import org.jspecify.annotations.NullMarked;
