/** The content service in real hosts, on real databases. */
@NullMarked
package io.jium.content;

import org.jspecify.annotations.NullMarked;
