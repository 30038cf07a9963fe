/**
 * Settings read from the environment, strictly: an unknown name stops the start and all mistakes
 * are told at once.
 */
@NullMarked
package io.jium.platform.settings;

import org.jspecify.annotations.NullMarked;
