@NullMarked
package io.jium.edge;

import org.jspecify.annotations.NullMarked;
