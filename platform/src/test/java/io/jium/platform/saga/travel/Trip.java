package io.jium.platform.saga.travel;

import org.jspecify.annotations.Nullable;

/**
 * @param second what is reserved besides the flight
 */
record Trip(String name, String second, @Nullable Long id) {}
