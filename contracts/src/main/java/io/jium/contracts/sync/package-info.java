/** What several services promise alike. */
@NullMarked
package io.jium.contracts.sync;

import org.jspecify.annotations.NullMarked;
