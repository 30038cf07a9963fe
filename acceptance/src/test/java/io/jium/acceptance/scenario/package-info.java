/** What customers do, in every topology. */
@NullMarked
package io.jium.acceptance.scenario;

import org.jspecify.annotations.NullMarked;
