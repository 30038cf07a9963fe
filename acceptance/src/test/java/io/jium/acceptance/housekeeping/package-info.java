/** What is done without being asked, on data that has grown old. */
@NullMarked
package io.jium.acceptance.housekeeping;

import org.jspecify.annotations.NullMarked;
