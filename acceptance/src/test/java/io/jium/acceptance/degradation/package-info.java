/** What is left of the product while a part of it is away. */
@NullMarked
package io.jium.acceptance.degradation;

import org.jspecify.annotations.NullMarked;
