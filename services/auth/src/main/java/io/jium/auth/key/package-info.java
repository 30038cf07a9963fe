/** The keys that sign access tokens: made, published, rotated, forgotten. */
@NullMarked
package io.jium.auth.key;

import org.jspecify.annotations.NullMarked;
