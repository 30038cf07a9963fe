/** What the payment service promises the others: who owns which site, and its plan. */
@NullMarked
package io.jium.contracts.payment;

import org.jspecify.annotations.NullMarked;
