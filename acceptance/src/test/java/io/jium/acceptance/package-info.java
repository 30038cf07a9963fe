/**
 * What holds the whole together: walls, scenarios in every topology, generated attacks, crashes.
 */
@NullMarked
package io.jium.acceptance;

import org.jspecify.annotations.NullMarked;
