/**
 * Who owns which site, on which plan. In this slice: plans, sites, and the 14-day trial; charging
 * comes later.
 */
@NullMarked
package io.jium.payment;

import org.jspecify.annotations.NullMarked;
