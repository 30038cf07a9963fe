/** What a process tells those who watch it. */
@NullMarked
package io.jium.platform.metrics;

import org.jspecify.annotations.NullMarked;
