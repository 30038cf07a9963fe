/** What the deploy service promises the others: a place on the built-in host for each site. */
@NullMarked
package io.jium.contracts.deploy;

import org.jspecify.annotations.NullMarked;
