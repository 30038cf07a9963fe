/** The services that payment needs, in memory, with everything going wrong that a test plans. */
@NullMarked
package io.jium.fakes;

import org.jspecify.annotations.NullMarked;
